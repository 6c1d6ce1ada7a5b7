import type { FindingCode } from './texts.ru.js';

/** What an expression, a template or a function of the field refuses; `describeFinding` has the sentence. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';

  constructor(
    readonly code: FindingCode,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly range?: { readonly start: number; readonly end: number },
  ) {
    super(code);
  }
}
