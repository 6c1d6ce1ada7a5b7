import type { OutsideCall, StepCall } from '@potok/contracts';
import type { StepPlace } from '@potok/execution';
import { CALLS_KEPT, type StepCallsJson } from '@potok/persistence/engine';

/** What steps have asked of outside systems since the last write, by step. */
export class NotedCalls {
  private noted = new Map<
    string,
    { node_id: string; visit: string; calls: { place: StepPlace; call: OutsideCall }[] }
  >();

  note(place: StepPlace, call: OutsideCall): void {
    const key = `${place.node}@${place.visit}`;
    const of = this.noted.get(key) ?? { node_id: place.node, visit: place.visit, calls: [] };
    of.calls.push({ place, call });
    if (of.calls.length > CALLS_KEPT) of.calls.shift();
    this.noted.set(key, of);
  }

  /** Empties the list. A call that has not ended yet is taken as it stands. */
  take(): readonly StepCallsJson[] {
    const taken = [...this.noted.values()].map(({ calls, ...of }) => ({ ...of, calls: calls.map(asStepCall) }));
    this.noted = new Map();
    return taken;
  }
}

const asStepCall = ({ place, call }: { readonly place: StepPlace; readonly call: OutsideCall }): StepCall => ({
  ...call,
  ...(place.attempt === undefined ? {} : { attempt: place.attempt }),
  ...(place.isUndo === undefined ? {} : { isUndo: place.isUndo }),
});
