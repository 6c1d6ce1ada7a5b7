import { Client as Temporal, Connection } from '@temporalio/client';
import { RUN_END_STATUSES } from '@potok/contracts/names';
import { diadocState, onecState, type DiadocState, type OneCState } from '../support/sandbox.js';
import { readStack } from '../support/stack.js';
import { listRuns, settledRows, type RunRow } from './engine-rows.js';

/** Orders that the API has said yes to, and what each of them must leave behind at the outside. */
export interface Expected {
  readonly scenarioId: string;
  readonly given: number;
  /** Documents a run sends, posts and takes back again, once it is done or undone. */
  readonly leaves: { readonly sent: 0 | 1; readonly posted: 0 | 1; readonly unposted: 0 | 1 };
}

/** Everything that must be empty, in sentences; `needsAPerson` holds what a machine could not decide, with its cause. */
export interface Reckoning {
  readonly runs: number;
  readonly lost: readonly string[];
  readonly sentTwice: readonly string[];
  readonly postedTwice: readonly string[];
  readonly needsAPerson: readonly string[];
  readonly falseStates: readonly string[];
  readonly orphanWaits: readonly string[];
  readonly undrained: readonly string[];
}

interface Outside {
  readonly operator: DiadocState;
  readonly accounting: OneCState;
}

const isEnded = ({ status }: RunRow): boolean => RUN_END_STATUSES.some((end) => end === status);
const isParked = ({ status }: RunRow): boolean => status === 'needs-a-person';
const named = (run: RunRow): string => `run ${run.id} (${run.status}, № ${run.document_number ?? 'none'})`;

/** End states that were seen once: they never change. One memory for all cases of a file. */
export class Reconciler {
  private readonly ends = new Map<string, string>();

  /**
   * Waits until every run has ended or waits for a person and nothing is on its way, or until the patience is over; then
   * counts by the operator, by 1С, by the database and by Temporal.
   */
  async reckon(expected: readonly Expected[], patienceMs = 120_000): Promise<Reckoning> {
    const ids = expected.map((one) => one.scenarioId);
    const rows = await settledRows(ids, patienceMs, (run) => isEnded(run) || isParked(run));
    const outside: Outside = { operator: await diadocState(), accounting: await onecState() };
    const counted = expected.map((one) =>
      countOutside(
        one,
        rows.runs.filter((run) => run.scenario_id === one.scenarioId),
        outside,
      ),
    );
    const parked = rows.runs.filter(isParked);
    return {
      runs: rows.runs.length,
      lost: counted.flatMap((one) => one.lost),
      sentTwice: counted.flatMap((one) => one.sentTwice),
      postedTwice: counted.flatMap((one) => one.postedTwice),
      needsAPerson: parked.map((run) => `${named(run)}: ${run.fault?.fault?.code ?? 'no cause'}`),
      falseStates: [
        ...expected.flatMap((one) => tooMany(one, rows.runs)),
        ...rows.runs.flatMap((run) => this.changedEnd(run)),
        ...parked
          .filter((run) => run.fault?.fault?.code === undefined)
          .map((run) => `${named(run)}: parked for nothing`),
        ...rows.falseStates,
        ...(await falseInTemporal(ids)),
      ],
      orphanWaits: rows.orphanWaits,
      undrained: rows.undrained,
    };
  }

  private changedEnd(run: RunRow): readonly string[] {
    const known = this.ends.get(run.id);
    if (isEnded(run) && known === undefined) this.ends.set(run.id, run.status);
    return known === undefined || known === run.status ? [] : [`${named(run)} had ended as ${known}`];
  }
}

const tooMany = ({ scenarioId, given }: Expected, runs: readonly RunRow[]): readonly string[] => {
  const count = runs.filter((run) => run.scenario_id === scenarioId).length;
  return count > given ? [`${given} orders have started ${count} runs`] : [];
};

const countOutside = (expected: Expected, runs: readonly RunRow[], outside: Outside) => {
  const found = runs.map((run) => atTheOutside(run, expected, outside));
  const missing = Math.max(0, expected.given - runs.length);
  return {
    lost: [
      ...(missing > 0 ? [`${missing} of ${expected.given} orders have no run`] : []),
      ...found.flatMap((one) => one.lost),
    ],
    sentTwice: found.flatMap((one) => one.sentTwice),
    postedTwice: found.flatMap((one) => one.postedTwice),
  };
};

const atTheOutside = (run: RunRow, { leaves }: Expected, outside: Outside) => {
  const { sends, created, posted, unposted } = tracesOf(run, outside);
  const missing = [
    ...(sends < leaves.sent ? ['was never sent'] : []),
    ...(posted < leaves.posted ? ['was never posted'] : []),
    ...(unposted < leaves.unposted ? ['was not taken back'] : []),
  ];
  const isStuck = !isEnded(run) && !isParked(run);
  const isDoubled = created > leaves.posted || posted > leaves.posted;
  return {
    lost: [...(isStuck ? ['goes nowhere'] : []), ...(isEnded(run) ? missing : [])].map(
      (said) => `${named(run)} ${said}`,
    ),
    sentTwice: sends > leaves.sent ? [`${named(run)} was sent ${sends} times`] : [],
    postedTwice: isDoubled ? [`${named(run)} was written ${created} and posted ${posted} times`] : [],
  };
};

/** What the operator and 1С have counted of a run's document. */
const tracesOf = (run: RunRow, { operator, accounting }: Outside) => {
  const sent = operator.documents.filter((one) => one.number === run.document_number);
  const written = accounting.documents.filter((one) => one.number === run.document_number);
  const count = (key: 'created' | 'posted' | 'unposted') => written.reduce((sum, one) => sum + one[key], 0);
  return {
    sends: sent.reduce((sum, one) => sum + Math.max(1, one.sends.length), 0),
    created: count('created'),
    posted: count('posted'),
    unposted: count('unposted'),
  };
};

/** Longer than the server needs to write the end of a workflow whose last segment has written the end of its run. */
const END_MS = 30_000;

/** A run that goes on has an open workflow, or a start on its way (which the rows have said to be drained); an ended one has none. */
const falseInTemporal = async (scenarioIds: readonly string[]): Promise<readonly string[]> => {
  const connection = await Connection.connect({ address: readStack().temporalAddress });
  const { workflow } = new Temporal({ connection });
  const statusOf = (run: RunRow) =>
    workflow
      .getHandle(`${run.workspace_id}/${run.id}`)
      .describe()
      .then(
        (found): string => found.status.name,
        (error: unknown) => `nowhere (${String(error).slice(0, 80)})`,
      );
  const judge = async () => {
    const judged = (await listRuns(scenarioIds)).map(async (run) => ({ run, status: await statusOf(run) }));
    return (await Promise.all(judged))
      .filter(({ run, status }) => status !== (isEnded(run) ? 'COMPLETED' : 'RUNNING'))
      .map(({ run, status }) => `${named(run)}: its workflow is ${status}`);
  };
  try {
    const end = Date.now() + END_MS;
    for (;;) {
      const found = await judge();
      if (found.length === 0 || Date.now() > end) return found;
      await new Promise((done) => setTimeout(done, 250));
    }
  } finally {
    await connection.close();
  }
};
