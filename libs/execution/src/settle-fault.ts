import type { Fault, PlanStep } from '@potok/contracts';
import type { Host } from './host.js';
import type { Move } from './move.js';
import type { RunState } from './run-state.js';
import type { StepRecord } from './step-store.js';

/** Ends a visit with a fault that is not tried again, as the step's `onFault` says. Past the point of no return `undo` parks. */
export const settleFault = async (
  { host, state }: { readonly host: Host; readonly state: RunState },
  of: { readonly step: PlanStep; readonly ports: () => readonly string[]; readonly known: Omit<StepRecord, 'seq'> },
  fault: Fault,
): Promise<Move> => {
  const { step, known } = of;
  const endedAt = host.now();
  if (step.onFault === 'port' || step.onFault === 'continue') {
    const port = step.onFault === 'port' ? 'error' : (of.ports()[0] ?? 'done');
    const output = { fault: { kind: fault.kind, code: fault.code, facts: fault.facts } };
    state.record({ ...known, status: 'done', port, fault, output, endedAt });
    return { kind: 'go', port };
  }
  state.record({ ...known, status: 'faulted', fault, endedAt });
  if (step.onFault === 'undo' && !(await host.store.isPastNoReturn())) return { kind: 'undo' };
  return { kind: 'parked', fault, node: known.node, visit: known.visit };
};
