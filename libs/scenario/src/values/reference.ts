import type { ScopeName } from './scope.js';

/** Something of the scope that a value refers to: `steps.deal.lines` is root `steps`, path `deal`, `lines`. */
export interface Reference {
  readonly root: ScopeName;
  /** `*` where the key is worked out. */
  readonly path: readonly string[];
  /** JSON pointer of the value in the params. */
  readonly pointer: string;
  /** Its absence is provided for: `has`, `def`, `.?`, `{{#if}}`. */
  readonly isGuarded: boolean;
}
export type BareReference = Omit<Reference, 'pointer'>;
