import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import { ExpressionError } from '../expression-error.js';

type CelError = ParseError | EvaluationError | CelTypeError;

const isCelError = (error: unknown): error is CelError =>
  error instanceof ParseError || error instanceof EvaluationError || error instanceof CelTypeError;

const problemOf = (error: unknown): string =>
  (isCelError(error) ? error.summary : error instanceof Error ? error.message : String(error)).slice(0, 300);

const lastWord = (problem: string): string => /: (.*)$/.exec(problem)?.[1] ?? problem;

const named = (error: CelError): ExpressionError => {
  const problem = problemOf(error);
  switch (error.code) {
    case 'no_such_key':
      return new ExpressionError('KEY_MISSING', { key: lastWord(problem) }, error.range);
    case 'unknown_variable':
      return new ExpressionError('CEL_NAME_UNKNOWN', { name: lastWord(problem) }, error.range);
    case 'no_such_overload':
    case 'no_matching_overload':
      return problem.includes('InexactNumber')
        ? new ExpressionError('NUMBER_FRACTIONAL', {}, error.range)
        : new ExpressionError('CEL_TYPES_WRONG', { problem }, error.range);
    case 'index_out_of_bounds':
      return new ExpressionError('LIST_INDEX_WRONG', {}, error.range);
    default:
      return new ExpressionError('EXPRESSION_FAILED', { problem }, error.range);
  }
};

/** Stack or text exhausted: by name, because the error may come from another realm. */
const isExhaustion = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'RangeError';

/** A syntax error with its place, or a formula that is more than the parser may take. */
export const asParseError = (error: unknown): ExpressionError =>
  isCelError(error) && error.code === 'limit_exceeded'
    ? new ExpressionError('CEL_TOO_BIG', {}, error.range)
    : new ExpressionError('CEL_SYNTAX', { problem: problemOf(error) }, isCelError(error) ? error.range : undefined);

/** A type error found before a run, with its place. */
export const asTypeError = (error: unknown): ExpressionError =>
  isCelError(error) ? named(error) : new ExpressionError('EXPRESSION_FAILED', { problem: problemOf(error) });

/** What went wrong while an expression ran. Places would be those of the rewritten text, so they are left out. */
export const asEvaluationError = (error: unknown): ExpressionError => {
  if (error instanceof ExpressionError) return error;
  if (isExhaustion(error)) return new ExpressionError('EXPRESSION_TOO_HEAVY');
  const { code, facts } = asTypeError(error);
  return new ExpressionError(code, facts);
};
