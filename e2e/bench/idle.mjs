// An installation that nobody uses: memory and CPU of API and worker.
import { setTimeout as sleep } from 'node:timers/promises';
import { below, number, row } from './table.mjs';
import { rssOf, watchCpu } from './usage.mjs';

const SETTLE_MS = 10_000;
const percent = (cores) => `${number(cores * 100)} %`;

export const idle = {
  title: 'Установка без дела',
  run: async (bench) => {
    const pids = bench.pids();
    await sleep(SETTLE_MS);
    const used = watchCpu(pids);
    await sleep(bench.settings.IDLE_SEC * 1000);
    const { cores } = used();
    const own = cores.API + cores['исполнитель'];
    const [api, worker] = [rssOf(pids.API), rssOf(pids['исполнитель'])];
    const others = Object.entries(cores).filter(([name]) => name === 'Temporal' || name === 'PostgreSQL');
    return {
      rows: [
        row(
          'память API и исполнителя',
          `${number(api + worker)} МБ  (${number(api)} и ${number(worker)})`,
          below(api + worker, 450, ' МБ'),
        ),
        row(
          `ЦП API и исполнителя за ${bench.settings.IDLE_SEC} с, от одного ядра`,
          `${percent(own)}  (${percent(cores.API)} и ${percent(cores['исполнитель'])})`,
          below(own * 100, 2, ' %'),
        ),
        row('ЦП рядом', others.map(([name, one]) => `${name} ${percent(one)}`).join(', ')),
      ],
    };
  },
};
