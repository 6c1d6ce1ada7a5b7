import type { Diagnostic } from '@codemirror/lint';
import { describeCode, type ExpressionError } from '@potok/scenario';
import type { Language } from '../../app/texts/language.js';

/** An error underlined at its place; at the last character where the text just ends. */
export const diagnosticOf = ({ code, facts, range }: ExpressionError, text: string, language: Language): Diagnostic => {
  const from = Math.min(range?.start ?? 0, Math.max(0, text.length - 1));
  const to = Math.max(from + 1, Math.min(range?.end ?? text.length, text.length));
  return { from, to, severity: 'error', message: describeCode(code, facts, language) ?? code };
};
