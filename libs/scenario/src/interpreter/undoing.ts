import type { RunSnapshot, StepPlace, UndoResult } from '@potok/contracts';
import type { UndoOrder } from './launch.js';

type Unfinished = Exclude<UndoResult, { readonly kind: 'undone' }>;

/**
 * The undo of one run, pass by pass. A pass is due at first, when a called run that it waited for has news, and when a person
 * has answered its failure. News that come while a pass is under way are kept for its return, so that none is missed.
 */
export class Undoing {
  private readonly as: UndoOrder['as'];
  private failedAt: StepPlace | undefined;
  private isWaiting: boolean;
  private said: Pick<UndoOrder, 'passOver' | 'again'> = {};
  private heard: StepPlace[] = [];

  constructor({ as, failedAt, isWaiting }: NonNullable<RunSnapshot['undo']>) {
    this.as = as;
    this.failedAt = failedAt;
    this.isWaiting = isWaiting === true;
  }

  get isDue(): boolean {
    return this.failedAt === undefined && !this.isWaiting;
  }
  get hasFailed(): boolean {
    return this.failedAt !== undefined;
  }
  get order(): UndoOrder {
    return { as: this.as, ...this.said };
  }

  start(): void {
    this.heard = [];
  }

  leave(result: Unfinished): void {
    this.said = {};
    if (result.kind === 'waiting') this.isWaiting = this.heard.length === 0;
    else if (!this.heard.some(isAt({ node: result.at, visit: result.visit })))
      this.failedAt = { node: result.at, visit: result.visit };
  }

  /** A called run has ended, or its own undo has failed. */
  hear({ node, visit }: StepPlace): void {
    this.heard.push({ node, visit });
    this.isWaiting = false;
    if (this.failedAt !== undefined && isAt({ node, visit })(this.failedAt)) this.failedAt = undefined;
  }

  /** What a person decides of the step at which it failed. */
  goOn(how: 'passOver' | 'again'): void {
    if (this.failedAt === undefined) return;
    this.said = { [how]: this.failedAt };
    this.failedAt = undefined;
  }

  snapshot(): NonNullable<RunSnapshot['undo']> {
    return {
      as: this.as,
      ...(this.failedAt === undefined ? {} : { failedAt: this.failedAt }),
      ...(this.isWaiting ? { isWaiting: true as const } : {}),
    };
  }
}

const isAt = (place: StepPlace) => (other: StepPlace) => place.node === other.node && place.visit === other.visit;
