// npm run bench: all measurements, one table with the goals beside the figures. Asserts nothing.
import { availableParallelism, loadavg } from 'node:os';
import { say } from '../../tools/stack/say.mjs';
import { acks } from './acks.mjs';
import { bigRuns } from './big-runs.mjs';
import { editor } from './editor.mjs';
import { fairness } from './fairness.mjs';
import { idle } from './idle.mjs';
import { model } from './model.mjs';
import { openLoop } from './open-loop.mjs';
import { pairs } from './pairs.mjs';
import { scaleOut } from './scale-out.mjs';
import { readSettings } from './settings.mjs';
import { openBench } from './stack.mjs';
import { number, row, tableOf } from './table.mjs';
import { watchMachine } from './usage.mjs';

/** In this order: the idle installation is the fresh one, and what leaves most behind comes last. */
const MEASUREMENTS = { idle, editor, pairs, model, acks, open: openLoop, fairness, scale: scaleOut, big: bigRuns };

/** One that fails stands in the table with its cause, and the others go on. */
const measure = async ({ title, run }, bench) => {
  const began = Date.now();
  say(`\n▸ ${title}`);
  try {
    await bench.untilIdle();
    const machine = watchMachine(bench.pids());
    const { rows, notes = [] } = await run(bench);
    const others = `другие программы заняли ${number(machine().othersCores)} ядра из ${availableParallelism()}`;
    say(`  готово за ${Math.round((Date.now() - began) / 1000)} с; ${others}`);
    return { title, rows, notes: [...notes, `  ${others}`] };
  } catch (error) {
    say(`  не вышло: ${error.stack ?? error}`);
    return {
      isBroken: true,
      title,
      rows: [row('не измерено', String(error.message ?? error).slice(0, 100), { text: '', isMet: false })],
      notes: [],
    };
  }
};

const machine = () =>
  `Ядер ${availableParallelism()}, Node ${process.versions.node}, средняя нагрузка ${loadavg()
    .map((one) => number(one))
    .join(' / ')}, ${new Date().toISOString().slice(0, 16)} UTC`;

export const runBench = async (args) => {
  const settings = readSettings(args, Object.keys(MEASUREMENTS));
  const before = machine();
  const bench = await openBench(settings);
  try {
    const parts = [];
    for (const name of settings.names) parts.push(await measure(MEASUREMENTS[name], bench));
    say(`\n${before}${settings.isQuick ? ', коротко (--quick)' : ''}`);
    say(tableOf(parts));
    for (const { title, notes } of parts.filter((part) => part.notes.length > 0))
      say(`\n${title}\n${notes.join('\n')}`);
    if (parts.some(({ isBroken }) => isBroken)) process.exitCode = 1;
  } finally {
    await bench.close();
  }
};
