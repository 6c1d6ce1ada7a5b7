import { dynamicOf } from '../values/param-value.js';

type Names = ReadonlyMap<string, string>;

type Parts = Readonly<Record<string, string | undefined>>;

/** A text in quotes, or a reference to a step; what stands in quotes is no reference. */
const IN_CEL =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<before>(?<![\w.?])(?:steps|waits)(?:\s*\.\??\s*|\s*\[\??\s*["']))(?<id>[A-Za-z_]\w*)/g;
const MUSTACHE = /\{\{[^]*?\}\}/g;
const IN_TEMPLATE =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<before>(?<![\w.])(?:@root\.)?(?:steps|waits)\.)(?<id>[A-Za-z_]\w*)/g;

const renamedIn = (text: string, pattern: RegExp, names: Names): string =>
  text.replace(pattern, (whole: string, ...rest: readonly unknown[]) => {
    const { before, id } = rest.at(-1) as Parts;
    return before === undefined || id === undefined ? whole : before + (names.get(id) ?? id);
  });

const inCel = (text: string, names: Names): string => renamedIn(text, IN_CEL, names);

const inTemplate = (text: string, names: Names): string =>
  text.replace(MUSTACHE, (mustache) => renamedIn(mustache, IN_TEMPLATE, names));

const renamed = (value: unknown, names: Names): unknown => {
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'cel') return { $cel: inCel(dynamic.text, names) };
  if (dynamic?.kind === 'tpl') return { $tpl: inTemplate(dynamic.text, names) };
  if (Array.isArray(value)) return value.map((one) => renamed(one, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    dynamic?.kind === 'each' && key === '$each' ? inCel(String(inner), names) : renamed(inner, names),
  ]);
  return Object.fromEntries(entries) as unknown;
};

/**
 * Params whose expressions and templates name steps by new ids: for steps that were copied, or put into another drawing.
 * Ids without a new name stay; texts in quotes are left alone.
 */
export const renameSteps = <T>(params: T, names: Names): T => renamed(params, names) as T;
