import { asPointerPart } from '../json-pointer.js';
import { dynamicOf, innerOf, type Dynamic } from '../values/param-value.js';
import { listIdOf } from './path-ids.js';

/** Names that loops give to their items, with the ids of what they stand for. */
export type ItemNames = ReadonlyMap<string, string>;

/** A value that is worked out in the run, and the target field that it fills. */
export interface MappedPlace {
  readonly target: string;
  /** Where it stands in the params. */
  readonly pointer: string;
  readonly dynamic: Dynamic;
  readonly names: ItemNames;
}

interface Around {
  readonly target: string;
  readonly pointer: string;
  readonly names: ItemNames;
}

const bodyOf = (each: Extract<Dynamic, { kind: 'each' }>, { target, pointer, names }: Around): Around => {
  const list = listIdOf(each.list, names);
  const inner = new Map(names);
  if (list === undefined) inner.delete(each.as);
  else inner.set(each.as, `${list}/*`);
  return { target: `${target}/*`, pointer: `${pointer}/do`, names: inner };
};

const placesIn = (value: unknown, around: Around): readonly MappedPlace[] => {
  const dynamic = dynamicOf(value);
  if (dynamic !== undefined) {
    const place = { ...around, dynamic };
    return dynamic.kind === 'each' ? [place, ...placesIn(dynamic.body, bodyOf(dynamic, around))] : [place];
  }
  return innerOf(value, around.pointer).flatMap(([pointer, inner, key]) =>
    placesIn(inner, {
      target: `${around.target}/${Array.isArray(value) ? '*' : asPointerPart(key)}`,
      pointer,
      names: around.names,
    }),
  );
};

/** Every worked-out value of params with the field that it fills, loops before what is in them. */
export const mappedPlaces = (params: unknown): readonly MappedPlace[] =>
  placesIn(params, { target: '', pointer: '', names: new Map() });

const childOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

const isItem = (at: unknown, part: string): boolean => {
  const kind = dynamicOf(at)?.kind;
  if (kind === 'each' && part === 'do') return true;
  return /^\d+$/.test(part) && (Array.isArray(at) || kind === 'each' || kind === 'cel');
};

/** The field that a JSON pointer into params is about: `/lines/do/name` is `/lines/*\/name`, as is `/lines/0/name`. */
export const targetOfPointer = (params: unknown, pointer: string): string => {
  let at = params;
  const parts: string[] = [];
  for (const part of pointer.split('/').slice(1)) {
    parts.push(isItem(at, part) ? '*' : part);
    const dynamic = dynamicOf(at);
    at = dynamic?.kind === 'each' ? dynamic.body : childOf(at, part.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return parts.map((part) => `/${part}`).join('');
};
