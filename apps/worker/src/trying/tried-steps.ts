import type { Fault, TriedStepView, TryWork } from '@potok/contracts';
import type { StepRecord } from '@potok/execution';
import { isLed } from './part-to-walk.js';
import type { TrialNotes } from './trial-notes.js';
import { MOST_ITEMS } from './walk-trial.js';

/** The steps of a try as they are answered: a fault has its code and facts, the API adds the sentence. */
export const triedSteps = (records: readonly StepRecord[], notes: TrialNotes, work: TryWork): TriedStepView[] =>
  records
    .filter(({ node }) => work.only === undefined || node === work.only)
    .map((record) => ({ ...triedStep(record, notes), ...ofBranch(work, record) }));

const ofBranch = ({ plan, ports }: TryWork, { node, fault }: StepRecord): Partial<TriedStepView> => {
  const step = plan.steps.nodes[node];
  return step !== undefined && fault === undefined && isLed(step, ports) ? { answeredBy: 'pin' } : {};
};

const triedStep = (record: StepRecord, notes: TrialNotes): TriedStepView => {
  const { node, visit, port, fault } = record;
  return {
    node,
    visit,
    status: statusOf(record),
    input: record.input ?? null,
    output: record.output ?? null,
    ...(port === undefined ? {} : { port }),
    ...(fault === undefined ? {} : { fault: faultOf(fault) }),
    ...ofNote(notes, record),
    ...itemsOf(record.output),
  };
};

const faultOf = ({ code, facts }: Fault): NonNullable<TriedStepView['fault']> => ({
  code,
  detail: '',
  facts,
  ...(typeof facts['field'] === 'string' ? { field: facts['field'] } : {}),
});

const statusOf = ({ status, fault }: StepRecord): TriedStepView['status'] => {
  if (fault !== undefined) return 'failed';
  return status === 'skipped' ? 'skipped' : 'done';
};

type Noted = Pick<TriedStepView, 'answeredBy' | 'why' | 'durationMs' | 'files' | 'calls' | 'standIns'>;

const ofNote = (notes: TrialNotes, { node, visit, fault }: StepRecord): Noted => {
  const note = notes.find(node, visit);
  if (note === undefined) return { answeredBy: 'work', durationMs: 0 };
  const { files, calls, standIns, why, answeredBy, durationMs } = note;
  return {
    answeredBy: fault === undefined ? answeredBy : 'work',
    durationMs,
    ...(why === undefined ? {} : { why }),
    ...(files.length === 0 ? {} : { files }),
    ...(calls.length === 0 ? {} : { calls }),
    ...(standIns.size === 0 ? {} : { standIns: [...standIns] }),
  };
};

const itemsOf = (output: unknown): Pick<TriedStepView, 'items'> => {
  if (typeof output !== 'object' || output === null || !('isForEach' in output) || !('count' in output)) return {};
  const all = Number(output.count);
  return { items: { all, walked: Math.min(all, MOST_ITEMS) } };
};
