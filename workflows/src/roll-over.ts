import { workflowInfo } from '@temporalio/workflow';
import type { RunStart } from '@potok/contracts';

const HISTORY_CAP = 2000;
/** So many times the cap a history may be before nothing new begins, however long what is under way takes. */
const UTMOST = 10;
const HOLD_MS = 5000;

/**
 * When a run goes on in a fresh history: once this one is long and nothing is under way. In a run of many items or branches
 * something always is, so from engine 2 on nothing new begins for a while when the time has come. A segment that is tried
 * again and again holds the others back for no longer: then the next chance is taken a cap later.
 */
export class RollOver {
  private readonly cap: number;
  private readonly mayHold: boolean;
  /** The length from which it holds: a chance that was given up is not taken again at once. */
  private from = 0;
  private until: number | undefined;

  constructor({ engine, rollAt }: Pick<RunStart, 'engine' | 'rollAt'>) {
    this.cap = rollAt ?? HISTORY_CAP;
    this.mayHold = engine >= 2;
  }

  get isDue(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return continueAsNewSuggested || historyLength > this.cap;
  }

  /** May a run be rolled over with segments that are ready and have not begun? */
  get takesReady(): boolean {
    return this.mayHold;
  }

  /** Nothing new may begin now. Asked before anything begins: it notes when the holding began. */
  holds(now: number): boolean {
    const { historyLength } = workflowInfo();
    if (!this.mayHold || !this.isDue || historyLength <= this.from) return false;
    if (historyLength > this.cap * UTMOST) return true;
    this.until ??= now + HOLD_MS;
    if (now < this.until) return true;
    this.until = undefined;
    this.from = historyLength + this.cap;
    return false;
  }

  /** When what is held may begin after all. */
  get heldUntil(): number | undefined {
    return this.until;
  }
}
