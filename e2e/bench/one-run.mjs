import { setTimeout as sleep } from 'node:timers/promises';
import { historyOf } from './run-history.mjs';
import { watchCpu, watchMemory } from './usage.mjs';

const LOOK_MS = 50;

const findRun = async ({ db }, inboxId) => {
  const { rows } = await db.query(
    `SELECT i.status AS delivery, i.reason, r.id AS "runId", r.workspace_id AS "workspaceId", r.status, r.fault,
            extract(epoch FROM r.ended_at - i.received_at)::float AS seconds
       FROM inbox i LEFT JOIN run r ON r.inbox_id = i.id WHERE i.id = $1`,
    [inboxId],
  );
  return rows[0];
};

const demandGoing = ({ delivery, reason, status, fault }) => {
  if (['failed', 'ignored'].includes(delivery)) throw new Error(`не начат: ${JSON.stringify(reason)}`);
  if (status === 'needs-a-person') throw new Error(`стоит: ${JSON.stringify(fault)}`);
};

/** Out of the way of what is measured next. */
const giveUp = async ({ api }, runId) => {
  if (runId !== undefined) await api('POST', `runs/${runId}/commands`, { kind: 'cancel' }).catch(() => undefined);
};

/** Starts a run and waits for its end: how long it took, what all processes used, its history, the worker's most memory. Throws when it stops short of it. */
export const playRun = async (bench, scenarioId, data) => {
  const used = watchCpu(bench.pids());
  const memory = watchMemory({ worker: bench.pids()['исполнитель'] });
  const { deliveryId } = await bench.api('POST', `scenarios/${scenarioId}/runs`, { data });
  const end = Date.now() + bench.settings.BIG_SEC * 1000;
  let run;
  try {
    do {
      await sleep(LOOK_MS);
      run = await findRun(bench, deliveryId);
      demandGoing(run);
      if (Date.now() > end) throw new Error(`не закончен за ${bench.settings.BIG_SEC} с`);
    } while (run.status !== 'done');
  } catch (error) {
    await giveUp(bench, run?.runId);
    throw error;
  } finally {
    memory.stop();
  }
  const cpuSec = Object.values(used().cpuMs).reduce((sum, ms) => sum + ms, 0) / 1000;
  return { seconds: run.seconds, cpuSec, peakMb: memory.stop(), ...(await historyOf(bench, run)) };
};
