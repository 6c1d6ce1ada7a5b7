// Two clients on one machine: one floods it, the other sends a little.
import { say } from '../../tools/stack/say.mjs';
import { adminOf, apiOf, publishTemplate } from '../../tools/stack/seed.mjs';
import { arrive, capacityOf } from './arrivals.mjs';
import { atMost, exactly, number, row } from './table.mjs';
import { courseOf } from './waiting-line.mjs';

const FLOOD = 1.2;
const TRICKLE_PER_SECOND = 1;
const PROMPT_MS = 1000;

/** A second workspace with the same scenario; the address of its hook. */
const addNeighbour = async (bench) => {
  const admin = adminOf(bench.beside.apiEnv);
  const { workspaceId } = admin('create-workspace', { name: 'ООО «Тихий сосед»' });
  const { userId } = admin('create-user', {
    ...{ email: 'neighbour@potok.example', name: 'Пётр Тихий', password: 'quiet-neighbour' },
    workspaceId,
  });
  const { secret } = admin('create-token', { workspaceId, userId, name: 'bench' });
  const api = apiOf(`${bench.stack.publicUrl}/api/workspaces/${workspaceId}`, secret);
  const { webhookUrl } = await publishTemplate(api, 'webhook-to-xml', {
    slots: {},
    parameters: { operatorUrl: `${bench.base}/operator`, accountingUrl: `${bench.base}/accounting`, callbackDays: 30 },
  });
  return webhookUrl;
};

const timesOf = ({ p50, p99 }) => `${number(p50)} / ${number(p99)} мс`;

export const fairness = {
  title: 'Справедливость: шумное и тихое пространство',
  run: async (bench) => {
    const { webhookUrl } = await bench.fullScenario();
    const neighbourUrl = await addNeighbour(bench);
    const capacity = await capacityOf(bench, webhookUrl);
    await capacityOf({ ...bench, settings: { ...bench.settings, DOCUMENTS_20: 10 } }, neighbourUrl);
    const perSecond = capacity * FLOOD;
    const { seen, drained, refused, streams } = await arrive(bench, [
      { url: webhookUrl, perSecond, prefix: 'noisy' },
      { url: neighbourUrl, perSecond: TRICKLE_PER_SECOND, prefix: 'quiet' },
    ]);
    const [noisy, quiet] = streams;
    say(`  шумное ${number(noisy.end.p50)} мс, тихое ${number(quiet.end.p50)} мс`);
    return {
      rows: [
        row(`шумное (${number(FLOOD)} × мощности, ${number(perSecond)} /с): до конца p50 / p99`, timesOf(noisy.end)),
        row(
          `тихое (${TRICKLE_PER_SECOND} /с): до конца p50 / p99`,
          timesOf(quiet.end),
          atMost(quiet.end.p50, PROMPT_MS, ' мс'),
        ),
        row('тихое: приём p50 / p99', timesOf(quiet.ack)),
        row('отказано вызовам', number(refused), exactly(refused, 0)),
        row('принято, но не дошло до учёта', number(drained.missing), exactly(drained.missing, 0)),
        row('очередь разобрана за', `${number(drained.sec)} с`),
      ],
      notes: [`  очередь: ${courseOf(seen)}`],
    };
  },
};
