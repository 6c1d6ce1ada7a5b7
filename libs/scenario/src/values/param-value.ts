import { asPointerPart } from '../drawing/pointer-part.js';

/** What stands at a place of the params: a literal part, or something that is worked out in the run. */
export type Dynamic =
  | { readonly kind: 'cel'; readonly text: string }
  | { readonly kind: 'tpl'; readonly text: string }
  | { readonly kind: 'each'; readonly list: string; readonly as: string; readonly body: unknown };

const DEFAULT_ITEM_NAME = 'line';
/** Longest list that `$each` walks. */
export const EACH_LIMIT = 10_000;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads `{ $cel }`, `{ $tpl }`, `{ $each, as, do }`; `undefined` for a literal. */
export const dynamicOf = (value: unknown): Dynamic | undefined => {
  if (!isObject(value)) return undefined;
  const { $cel, $tpl, $each, as = DEFAULT_ITEM_NAME } = value;
  if (typeof $cel === 'string') return { kind: 'cel', text: $cel };
  if (typeof $tpl === 'string') return { kind: 'tpl', text: $tpl };
  if (typeof $each !== 'string' || typeof as !== 'string') return undefined;
  return { kind: 'each', list: $each, as, body: value.do };
};

type Inner = readonly [pointer: string, inner: unknown, key: string];

/** A literal part's inner places, with their pointers and keys. */
export const innerOf = (value: unknown, pointer: string): readonly Inner[] => {
  if (Array.isArray(value)) return value.map((inner, at): Inner => [`${pointer}/${at}`, inner, String(at)]);
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, inner]): Inner => [`${pointer}/${asPointerPart(key)}`, inner, key]);
};

export interface DynamicPlace {
  readonly pointer: string;
  /** Where it is in the schema of the params: keys, and `0` for items of lists and of `$each`. */
  readonly path: readonly string[];
  readonly dynamic: Dynamic;
  /** Names of the `$each` around it, from the outside in. */
  readonly names: readonly string[];
}

interface Around {
  readonly pointer: string;
  readonly path: readonly string[];
  readonly names: readonly string[];
}

const placesIn = (value: unknown, { pointer, path, names }: Around): readonly DynamicPlace[] => {
  const dynamic = dynamicOf(value);
  if (dynamic === undefined) {
    return innerOf(value, pointer).flatMap(([at, inner, key]) =>
      placesIn(inner, { pointer: at, path: [...path, key], names }),
    );
  }
  const place = { pointer, path, dynamic, names };
  if (dynamic.kind !== 'each') return [place];
  const inside = { pointer: `${pointer}/do`, path: [...path, '0'], names: [...names, dynamic.as] };
  return [place, ...placesIn(dynamic.body, inside)];
};

/** Every dynamic place of params, outer `$each` before what is in them. */
export const dynamicPlaces = (params: unknown): readonly DynamicPlace[] =>
  placesIn(params, { pointer: '', path: [], names: [] });
