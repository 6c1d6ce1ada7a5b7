import type { ParseResult } from '@marcbachmann/cel-js';
import { ExpressionError } from '../expression-error.js';
import { baseEnvironment, runEnvironment } from './environment.js';
import { charge } from './evaluation.js';
import { EXPRESSION_LIMIT, guardExpression } from './guard-expression.js';
import { fromCel } from './json-values.js';
import { pacedText } from './pace.js';
import { asEvaluationError, asParseError } from './cel-errors.js';
import { sizeOfAst } from './ast.js';

interface Compiled {
  readonly run: ParseResult;
  readonly size: number;
}

const KEPT_EXPRESSIONS = 2000;
const kept = new Map<string, Compiled>();

/** Parses and guards an expression; throws ExpressionError with the place. */
export const parseExpression = (text: string): ParseResult => {
  if (text.length > EXPRESSION_LIMIT) throw new ExpressionError('CEL_TOO_LONG', { limit: EXPRESSION_LIMIT });
  const parsed = (() => {
    try {
      return baseEnvironment().parse(text);
    } catch (error) {
      throw asParseError(error);
    }
  })();
  guardExpression(parsed.ast);
  return parsed;
};

const compiledOf = (text: string): Compiled => {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const { ast } = parseExpression(text);
  const fresh = { run: runEnvironment().parse(pacedText(ast)), size: sizeOfAst(ast) };
  if (kept.size >= KEPT_EXPRESSIONS) kept.clear();
  kept.set(text, fresh);
  return fresh;
};

/** Runs an expression within the current evaluation; the answer is JSON. Throws ExpressionError. */
export const evaluateExpression = (text: string, names: Readonly<Record<string, unknown>>): unknown =>
  fromCel(evaluateToCel(text, names));

/** The same, with the answer as CEL has it. */
export const evaluateToCel = (text: string, names: Readonly<Record<string, unknown>>): unknown => {
  try {
    const { run, size } = compiledOf(text);
    charge(size);
    const result: unknown = run(names);
    // A quantifier may have swallowed the refusal; the budget remembers it.
    charge(0);
    return result;
  } catch (error) {
    throw asEvaluationError(error);
  }
};
