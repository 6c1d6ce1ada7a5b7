import Handlebars from 'handlebars';
import { ExpressionError } from '../expression-error.js';

/** Lines count from 1, columns from 0, as Handlebars counts them. */
interface Spot {
  readonly line: number;
  readonly column: number;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const offsetOf = (text: string, { line, column }: Spot): number => {
  const before = text.split(/\r\n?|\n/).slice(0, line - 1);
  const breaks = [...text.matchAll(/\r\n?|\n/g)].slice(0, line - 1);
  const length = [...before, ...breaks.map(([one]) => one)].reduce((sum, one) => sum + one.length, 0);
  return Math.min(length + column, text.length);
};

const spotOf = (value: unknown): Spot | undefined => {
  const { line, column } = recordOf(value);
  return isNumber(line) && isNumber(column) ? { line, column } : undefined;
};

/** Where a node of Handlebars' tree stands in the text: up to its first closing braces, which is what is wrong with it. */
export const rangeOfNode = (text: string, node: object): ExpressionError['range'] => {
  const start = spotOf(recordOf(recordOf(node).loc).start);
  const end = spotOf(recordOf(recordOf(node).loc).end);
  if (start === undefined || end === undefined) return undefined;
  const [from, to] = [offsetOf(text, start), offsetOf(text, end)];
  const braces = text.indexOf('}}', from);
  return { start: from, end: braces === -1 ? to : Math.min(to, braces + 2) };
};

interface Place {
  readonly from: Spot;
  readonly to: Spot;
}

/** Of an end that closes another block than was opened, Handlebars tells the place itself. */
const toldPlace = (error: unknown): Place | undefined => {
  const { lineNumber: line, column, endLineNumber: endLine, endColumn } = recordOf(error);
  if (!isNumber(line) || !isNumber(column)) return undefined;
  const to = isNumber(endLine) && isNumber(endColumn) ? { line: endLine, column: endColumn } : { line, column };
  return { from: { line, column }, to };
};

/** Of anything else its lexer stands at the piece of text that could not be read. */
const readPlace = (): Place | undefined => {
  const at = recordOf(recordOf(recordOf((Handlebars as { readonly Parser?: unknown }).Parser).lexer).yylloc);
  const { first_line: line, first_column: column, last_line: endLine, last_column: endColumn } = at;
  if (!isNumber(line) || !isNumber(column) || !isNumber(endLine) || !isNumber(endColumn)) return undefined;
  return { from: { line, column }, to: { line: endLine, column: endColumn } };
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const firstLines = (error: unknown): string => messageOf(error).split('\n').slice(0, 3).join(' ').slice(0, 200);

/** What is wrong, as far as Handlebars tells: an end of another block, an end of text, or a piece that has no place here. */
const kindOf = (error: unknown): 'other-end' | 'unclosed' | 'unexpected' | undefined => {
  const message = messageOf(error);
  if (/doesn't match/.test(message)) return 'other-end';
  if (/got 'EOF'/.test(message)) return 'unclosed';
  return /got '/.test(message) ? 'unexpected' : undefined;
};

/** The lexer stops within `{{/if}}`; people see it whole. */
const wholeTag = (text: string, start: number): number | undefined => {
  const braces = text.startsWith('{{', start) ? text.indexOf('}}', start) : -1;
  return braces === -1 ? undefined : braces + 2;
};

const NEAR = 20;

/** A text that Handlebars cannot read, with the place. */
export const templateFault = (text: string, error: unknown): ExpressionError => {
  const problem = firstLines(error);
  const place = toldPlace(error) ?? readPlace();
  if (place === undefined) return new ExpressionError('TEMPLATE_SYNTAX', { problem });
  const start = offsetOf(text, place.from);
  const end = Math.max(wholeTag(text, start) ?? offsetOf(text, place.to), Math.min(start + 1, text.length));
  const near = (text.slice(start, end) || text.slice(-NEAR)).slice(0, NEAR).trim();
  const facts = { problem, kind: kindOf(error), line: place.from.line, column: place.from.column + 1, near };
  return new ExpressionError('TEMPLATE_SYNTAX', facts, { start, end });
};
