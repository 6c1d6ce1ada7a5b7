import type { NodeId, TriedCall, TriedFile, TriedStepView, TriedWhy, Visit } from '@potok/contracts';

/** What is noted of one step while it is tried, beside its record. */
export interface TrialNote {
  answeredBy: TriedStepView['answeredBy'];
  why?: TriedWhy;
  durationMs: number;
  readonly files: TriedFile[];
  readonly calls: TriedCall[];
  readonly standIns: Set<'organization' | 'operator'>;
}

/** A try goes step by step, so what a client or a service tells belongs to the step that is being tried. */
export class TrialNotes {
  private readonly notes = new Map<string, TrialNote>();
  private current: TrialNote | undefined;
  /** What the step was last given: `checkInput` sees it before the step is run. */
  input: unknown;

  begin(node: NodeId, visit: Visit): TrialNote {
    const note: TrialNote = { answeredBy: 'work', durationMs: 0, files: [], calls: [], standIns: new Set() };
    this.notes.set(`${node}@${visit}`, note);
    this.current = note;
    return note;
  }

  get size(): number {
    return this.notes.size;
  }

  find(node: NodeId, visit: Visit): TrialNote | undefined {
    return this.notes.get(`${node}@${visit}`);
  }

  tellNotMade(why: TriedWhy): void {
    if (this.current !== undefined) this.current.why ??= why;
  }
  addFile(file: TriedFile): void {
    this.current?.files.push(file);
  }
  addStandIn(of: 'organization' | 'operator'): void {
    this.current?.standIns.add(of);
  }
}
