import { isNodeFault, type JsonSchema } from '@potok/contracts';
import { ExpressionError } from '../expression-error.js';
import { evaluateUnder } from '../values/evaluate-params.js';
import type { Scope } from '../values/scope.js';

/** Values to try a field with: of the last run or of a saved sample; what is not known is left out. */
export interface SampleScope {
  readonly trigger?: unknown;
  readonly steps?: Readonly<Record<string, unknown>>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly waits?: Readonly<Record<string, unknown>>;
  readonly run?: Scope['run'];
  readonly item?: unknown;
  readonly itemIndex?: number;
  /** Of `$each` around the place, by their names. */
  readonly names?: Readonly<Record<string, unknown>>;
  readonly now: Date;
  readonly timeZone?: string;
}

/** `describeCode(code, facts, language)` has the sentence; `field` in the facts is the pointer within the value. */
export type Preview =
  { readonly value: unknown } | { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

const scopeOf = ({ steps = {}, params = {}, waits = {}, ...sample }: SampleScope): Scope => ({
  ...sample,
  trigger: sample.trigger,
  steps,
  params,
  waits,
  run: sample.run ?? { id: 'preview', startedAt: sample.now.toISOString(), mode: 'dry' },
});

const asPreview = (error: unknown): Preview => {
  if (isNodeFault(error) || error instanceof ExpressionError) return { code: error.code, facts: error.facts };
  return { code: 'EXPRESSION_FAILED', facts: { problem: error instanceof Error ? error.message : String(error) } };
};

/** The value that a field would have over sample data. Never throws. */
export const previewValue = (value: unknown, data: SampleScope, schema?: JsonSchema): Preview => {
  try {
    return { value: evaluateUnder(value, scopeOf(data), { schema, names: data.names ?? {} }) };
  } catch (error) {
    return asPreview(error);
  }
};
