import { dynamicOf } from '../values/param-value.js';

type Names = ReadonlyMap<string, string>;

/** A text in quotes, or a reference to a step; what stands in quotes is no reference. */
const CEL_PARTS =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<![\w.?])(steps|waits)(\s*\.\??\s*)([A-Za-z_]\w*)|(?<![\w.?])(steps|waits)(\s*\[\??\s*)(["'])([A-Za-z_]\w*)\6/g;

const inCel = (text: string, names: Names): string =>
  text.replace(CEL_PARTS, (whole: string, ...parts: (string | undefined)[]) => {
    const [root, dot, id, otherRoot, bracket, quote, quotedId] = parts;
    if (root !== undefined && dot !== undefined && id !== undefined) return `${root}${dot}${names.get(id) ?? id}`;
    if (otherRoot === undefined || bracket === undefined || quotedId === undefined) return whole;
    return `${otherRoot}${bracket}${quote ?? '"'}${names.get(quotedId) ?? quotedId}${quote ?? '"'}`;
  });

const MUSTACHE = /\{\{[^]*?\}\}/g;
const TEMPLATE_PARTS = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<![\w.])(@root\.)?(steps|waits)\.([A-Za-z_]\w*)/g;

const inTemplate = (text: string, names: Names): string =>
  text.replace(MUSTACHE, (mustache) =>
    mustache.replace(
      TEMPLATE_PARTS,
      (whole: string, root: string | undefined, name: string | undefined, id: string | undefined) =>
        name === undefined || id === undefined ? whole : `${root ?? ''}${name}.${names.get(id) ?? id}`,
    ),
  );

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
