import { dynamicOf } from '../values/param-value.js';
import { SCOPE_NAMES } from '../values/scope.js';
import type { ItemNames } from './mapped-places.js';
import { asObject, keysOf, placeIn, putAt, takeAway } from './places-in-params.js';
import { celListPath, celPath, templatePath } from './source-path.js';
import type { SourceNode } from './source-tree.js';
import type { TargetNode } from './target-tree.js';

type Params = Readonly<Record<string, unknown>>;

/**
 * Why an edit cannot be made. `NEEDS_LOOP`: a field of a list's items outside a loop over that list. `TAKEN`: the field
 * stands inside one that is filled as a whole. `FORMULA`: a placeholder cannot be put into a formula.
 */
export type EditRefusal = 'NEEDS_LOOP' | 'TAKEN' | 'KINDS_DIFFER' | 'FORMULA';
export type Edited = { readonly params: Params } | { readonly refusal: EditRefusal };

export type SourceRef = Pick<SourceNode, 'root' | 'parts' | 'list' | 'id'>;

/** The name that a source is read by at a place: its root, or the item of the loop that walks its list. */
const rootAt = ({ root, list }: SourceRef, names: ItemNames): string | undefined => {
  if (root !== undefined) return root;
  return [...names].reverse().find(([, id]) => id === `${list ?? ''}/*`)?.[0];
};

const edited = (params: Params, target: string, value: unknown): Edited => ({
  params: asObject(putAt(params, keysOf(target), value)) ?? {},
});

const withRoot = (
  params: Params,
  target: string,
  { source, make }: { readonly source: SourceRef; readonly make: (root: string, names: ItemNames) => unknown },
): Edited => {
  const { names, takenBy } = placeIn(params, target);
  if (takenBy !== undefined) return { refusal: 'TAKEN' };
  const root = rootAt(source, names);
  return root === undefined ? { refusal: 'NEEDS_LOOP' } : edited(params, target, make(root, names));
};

/** Fills a field from a source as it is: a leaf, a whole object, a whole list. Inside a loop over its list: `line.name`. */
export const mapLeaf = (params: Params, target: string, source: SourceRef): Edited =>
  withRoot(params, target, { source, make: (root) => ({ $cel: celPath(root, source.parts) }) });

const freeName = (names: ItemNames): string => {
  const isTaken = (name: string): boolean => names.has(name) || (SCOPE_NAMES as readonly string[]).includes(name);
  let name = 'line';
  for (let count = 2; isTaken(name); count += 1) name = `line${count}`;
  return name;
};

/** Fills a list item by item: a loop over the source, whose items are still to be mapped. */
export const mapList = (params: Params, target: string, source: SourceNode): Edited =>
  withRoot(params, target, {
    source,
    make: (root, names) => {
      const as = freeName(names);
      const [item] = source.inner;
      const isPlain = item?.key === '*' && item.kind === 'leaf';
      return { $each: celListPath(root, source.parts), as, do: isPlain ? { $cel: as } : {} };
    },
  });

const textWith = (value: unknown, placeholder: string, caret: number | undefined): string | undefined => {
  const dynamic = dynamicOf(value);
  if (dynamic !== undefined && dynamic.kind !== 'tpl') return undefined;
  const text = dynamic?.text ?? (typeof value === 'string' ? value : '');
  const at = caret ?? text.length;
  const gap = caret === undefined && text !== '' && !/\s$/.test(text) ? ' ' : '';
  return text.slice(0, at) + gap + placeholder + text.slice(at);
};

/** Adds a source to a text as `{{path}}`, at the caret or at its end. */
export const addToText = (
  params: Params,
  target: string,
  { source, caret }: { readonly source: SourceRef; readonly caret?: number },
): Edited => {
  const { names, takenBy, value } = placeIn(params, target);
  if (takenBy !== undefined) return { refusal: 'TAKEN' };
  const root = rootAt(source, names);
  if (root === undefined) return { refusal: 'NEEDS_LOOP' };
  const text = textWith(value, templatePath(root, source.parts), caret);
  return text === undefined ? { refusal: 'FORMULA' } : edited(params, target, { $tpl: text });
};

/** Sets a field to any value of a parameter; `undefined` empties it. */
export const setField = (params: Params, target: string, value: unknown): Edited => {
  if (value === undefined) return { params: unmap(params, target) };
  return placeIn(params, target).takenBy === undefined ? edited(params, target, value) : { refusal: 'TAKEN' };
};

/** Empties a field; objects and lists that hold nothing else go with it. */
export const unmap = (params: Params, target: string): Params => asObject(takeAway(params, keysOf(target))) ?? {};

const sameKeys = (target: TargetNode, source: SourceNode): readonly (readonly [TargetNode, SourceNode])[] =>
  target.inner.flatMap((field) => {
    const found = source.inner.find(({ key }) => key === field.key);
    return found === undefined ? [] : [[field, found] as const];
  });

/** Fills the fields of an object or of a list's items one by one from those of the same name, so that each can be changed. */
export const spreadWhole = (params: Params, target: TargetNode, source: SourceNode): Edited => {
  const isList = target.kind === 'list';
  const base = isList ? mapList(params, target.pointer, source) : setField(params, target.pointer, {});
  return sameKeys(target, source).reduce<Edited>(
    (so, [field, from]) => ('params' in so ? mapLeaf(so.params, field.pointer, from) : so),
    base,
  );
};
