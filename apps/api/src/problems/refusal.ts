import type { FaultFacts } from '@potok/contracts';
import type { ProblemCode } from './texts.js';

export type RefusalKind =
  | 'invalid'
  | 'unknown-caller'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'not-publishable'
  | 'too-many'
  | 'too-large'
  | 'unavailable';

/** One field at fault: with a code of ours and its facts, or with a sentence made elsewhere (the compiler, the worker). */
export type FieldError = { readonly field: string; readonly node?: string } & (
  { readonly code: ProblemCode; readonly facts: FaultFacts } | { readonly code: string; readonly detail: string }
);

/** What a service throws when it will not do what was asked. The filter turns it into a problem of RFC 9457. */
export class Refusal extends Error {
  readonly facts: FaultFacts;
  /** JSON pointer of the field at fault. */
  readonly field: string | undefined;
  readonly errors: readonly FieldError[] | undefined;

  constructor(
    readonly kind: RefusalKind,
    readonly code: ProblemCode,
    { facts = {}, field, errors }: { facts?: FaultFacts; field?: string; errors?: readonly FieldError[] } = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.facts = facts;
    this.field = field;
    this.errors = errors;
  }
}
