import { dynamicOf } from '../values/param-value.js';

/** How a formula is written anew, and how the part of a text between `{{` and `}}` is. */
interface Rewriting {
  readonly inCel: (text: string) => string;
  readonly inMustache: (text: string) => string;
}

/** Source of a pattern for texts in quotes: what stands in them is no reference. */
export const QUOTED = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`;
/** What may not stand before the first name of a reference: it would be a field of something else. */
export const NOT_A_FIELD = String.raw`(?<![\w]|\.\s*\??\s*)`;

const MUSTACHE = /\{\{[^]*?\}\}/g;

/** Params with every formula and template written anew; literals stay. */
export const rewriteTexts = (value: unknown, rewriting: Rewriting): unknown => {
  const { inCel, inMustache } = rewriting;
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'cel') return { $cel: inCel(dynamic.text) };
  if (dynamic?.kind === 'tpl') return { $tpl: dynamic.text.replace(MUSTACHE, inMustache) };
  if (Array.isArray(value)) return value.map((one) => rewriteTexts(one, rewriting));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    dynamic?.kind === 'each' && key === '$each' ? inCel(String(inner)) : rewriteTexts(inner, rewriting),
  ]);
  return Object.fromEntries(entries) as unknown;
};
