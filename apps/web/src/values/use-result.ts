import type { JsonSchema } from '@potok/contracts';
import {
  collectReferences,
  describeCode,
  dynamicOf,
  explainForField,
  type ExpressionError,
  previewValue,
} from '@potok/scenario';
import { useDeferredValue, useMemo } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import type { Language } from '../app/texts/language.js';
import { type LocalNames, sampleOf, type ValueScope } from './value-scope.js';
import { useValues } from './values-context.js';

/** What a field's value comes to: a value, what is wrong with it, or only what it will be like. */
export type Result =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly sentence: string; readonly range?: ExpressionError['range'] }
  /** The formula is right, but it fails over the values of the sample. */
  | { readonly kind: 'trouble'; readonly sentence: string }
  | { readonly kind: 'no-data'; readonly type: string | undefined };

interface Given {
  readonly scope: ValueScope;
  readonly names: LocalNames;
  readonly now: Date;
  readonly language: Language;
}

const roots = ({ data }: ValueScope): Readonly<Record<string, unknown>> => ({ ...data });

/** Roots whose first key is known or not as a whole. */
const KEYED: ReadonlySet<string> = new Set(['steps', 'params', 'waits']);

/** Is the sample silent about something that the value refers to? */
const isBlind = (value: unknown, scope: ValueScope): boolean =>
  collectReferences(value).some(({ root, path: [key = ''] }) => {
    if (root === 'run') return false;
    const known = roots(scope)[root];
    return known === undefined || (KEYED.has(root) && (known as Record<string, unknown>)[key] === undefined);
  });

const said = (code: string, facts: Readonly<Record<string, unknown>>, language: Language): string =>
  describeCode(code, facts, language) ?? code;

const explained = (value: unknown, schema: JsonSchema, { scope, names }: Given) => {
  const dynamic = dynamicOf(value);
  return dynamic?.kind === 'cel'
    ? explainForField(dynamic.text, scope.place, { field: schema, names: names.schemas })
    : undefined;
};

const hasUnknownRow = (names: LocalNames): boolean =>
  Object.keys(names.schemas).some((name) => !(name in names.values));

/** A template is read only when it is tried. */
const isMalformed = (code: string): boolean => /^(TEMPLATE|CEL)_/.test(code) && code !== 'TEMPLATE_VALUE_NOT_TEXT';

/** Codes that come of a sample without the value, as well as of a wrong formula. */
const OF_ABSENCE: ReadonlySet<string> = new Set([
  'KEY_MISSING',
  'ARGUMENT_WRONG',
  'LIST_INDEX_WRONG',
  'CEL_NAME_UNKNOWN',
]);

const refused = (error: ExpressionError, language: Language): Result => {
  const { code, facts, range } = error;
  return { kind: 'error', sentence: said(code, facts, language), ...(range === undefined ? {} : { range }) };
};

const tried = (
  value: unknown,
  schema: JsonSchema,
  { given, type }: { given: Given; type: string | undefined },
): Result => {
  const { scope, names, now, language } = given;
  const preview = previewValue(value, sampleOf(scope, names, now), schema);
  if ('value' in preview && preview.value !== undefined) return { kind: 'value', value: preview.value };
  const isAbsent = 'value' in preview || OF_ABSENCE.has(preview.code);
  if (isAbsent && (hasUnknownRow(names) || isBlind(value, scope))) return { kind: 'no-data', type };
  if ('value' in preview) return { kind: 'value', value: undefined };
  return {
    kind: isMalformed(preview.code) ? 'error' : 'trouble',
    sentence: said(preview.code, preview.facts, language),
  };
};

const resultOf = (value: unknown, schema: JsonSchema, given: Given): Result => {
  if (dynamicOf(value) === undefined) return { kind: 'none' };
  const checked = explained(value, schema, given);
  if (checked !== undefined && 'error' in checked) return refused(checked.error, given.language);
  return tried(value, schema, { given, type: checked?.type });
};

/** The live result of a field; worked out when typing leaves time for it. */
export const useResult = (value: unknown, schema: JsonSchema): Result => {
  const { scope, names, now } = useValues();
  const { language } = useSpeech();
  const late = useDeferredValue(value);
  return useMemo(
    () => resultOf(late, schema, { scope, names, now, language }),
    [late, schema, scope, names, now, language],
  );
};
