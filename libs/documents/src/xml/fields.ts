import type { XmlElement } from './element.js';
import { In } from './in.js';
import { dateOfRussian, russianDate } from './moments.js';
import { leaf, Out } from './out.js';

/**
 * A two-way map between a model and its XML, declared once: each step writes its part of `value` and reads it back. The
 * order of steps is the order of child elements, as the formats demand.
 */
export interface Step<T> {
  put(value: T, out: Out): void;
  take(from: In, into: Partial<T>): void;
}

export const writeElement = <T>(name: string, steps: readonly Step<T>[], value: T): XmlElement => {
  const out = new Out(name);
  for (const step of steps) step.put(value, out);
  return out.element();
};

/** Reads with all steps; `unread` names what the model has no place for. */
export const readElement = <T>(
  element: XmlElement,
  steps: readonly Step<T>[],
): { readonly value: Partial<T>; readonly unread: readonly string[] } => {
  const unread: string[] = [];
  const from = new In(element, element.name, unread);
  const value = takeAll(from, steps);
  from.finish();
  return { value, unread };
};

const takeAll = <T>(from: In, steps: readonly Step<T>[]): Partial<T> => {
  const into: Partial<T> = {};
  for (const step of steps) step.take(from, into);
  return into;
};

/** A schema's decimal may be written ` +.5 `; ours is `0.5`. */
export const plainDecimal = (text: string): string =>
  text
    .trim()
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');

/** Keys of T whose values are V. */
type KeysOf<T, V> = { [K in keyof T]-?: NonNullable<T[K]> extends V ? K : never }[keyof T];
type ItemOf<L> = NonNullable<L> extends readonly (infer I)[] ? I : never;
type Codes = Readonly<Record<string, string>>;

interface Scalar<V> {
  write(value: V): string;
  read(text: string): V;
}
const asIs: Scalar<string> = { write: (value) => value, read: (text) => text };
const day: Scalar<string> = { write: russianDate, read: dateOfRussian };
const exact: Scalar<string> = { write: (value) => value, read: plainDecimal };
const whole: Scalar<number> = { write: String, read: Number };
const byCode = (codes: Codes): Scalar<string> => ({
  write: (word) => codes[word] ?? word,
  read: (text) => Object.keys(codes).find((word) => codes[word] === text) ?? text,
});

const scalar = <T, V>(key: keyof T, name: string, how: Scalar<V>): Step<T> => ({
  put(value, out) {
    const given = value[key];
    if (given !== undefined) out.attributes[name] = how.write(given as V);
  },
  take(from, into) {
    const text = from.attribute(name);
    if (text !== undefined) into[key] = how.read(text) as T[keyof T] & V;
  },
});

const fixed = <T>(name: string, text: string): Step<T> => ({
  put(_, out) {
    out.attributes[name] = text;
  },
  take: (from) => void from.attribute(name),
});

const child = <T, K extends keyof T>(key: K, name: string, steps: readonly Step<NonNullable<T[K]>>[]): Step<T> => ({
  put(value, out) {
    const given = value[key];
    if (given !== undefined && given !== null) out.children.push(writeElement(name, steps, given));
  },
  take(from, into) {
    const found = from.child(name, (inner) => takeAll(inner, steps));
    if (found !== undefined) into[key] = found as T[K];
  },
});

const list = <T, K extends keyof T>(key: K, name: string, steps: readonly Step<ItemOf<T[K]>>[]): Step<T> => ({
  put(value, out) {
    const items = (value[key] ?? []) as readonly ItemOf<T[K]>[];
    for (const item of items) out.children.push(writeElement(name, steps, item));
  },
  take(from, into) {
    const found = from.children(name, (inner) => takeAll(inner, steps));
    if (found.length > 0) into[key] = found as T[K] & readonly unknown[];
  },
});

const texts = <T, K extends keyof T>(key: K, name: string): Step<T> => ({
  put(value, out) {
    for (const text of (value[key] ?? []) as readonly string[]) out.children.push(leaf(name, text));
  },
  take(from, into) {
    const found = from.children(name, (inner) => inner.text);
    if (found.length > 0) into[key] = found as T[K] & readonly string[];
  },
});

const within = <T>(name: string, steps: readonly Step<T>[]): Step<T> => ({
  put(value, out) {
    const inner = new Out(name);
    for (const step of steps) step.put(value, inner);
    if (!inner.isEmpty) out.children.push(inner.element());
  },
  take(from, into) {
    from.child(name, (inner) => {
      for (const step of steps) step.take(inner, into);
    });
  },
});

/** The steps that a model T is mapped with; bound to T, so that keys are checked. */
export const fieldsOf = <T extends object>() => ({
  text: (key: KeysOf<T, string>, name: string) => scalar<T, string>(key, name, asIs),
  date: (key: KeysOf<T, string>, name: string) => scalar<T, string>(key, name, day),
  decimal: (key: KeysOf<T, string>, name: string) => scalar<T, string>(key, name, exact),
  integer: (key: KeysOf<T, number>, name: string) => scalar<T, number>(key, name, whole),
  /** A word of ours for a code of the format. */
  code: (key: KeysOf<T, string>, name: string, codes: Codes) => scalar<T, string>(key, name, byCode(codes)),
  /** An attribute that is always the same. */
  fixed: (name: string, text: string) => fixed<T>(name, text),
  child: <K extends keyof T>(key: K, name: string, steps: readonly Step<NonNullable<T[K]>>[]) =>
    child<T, K>(key, name, steps),
  list: <K extends keyof T>(key: K, name: string, steps: readonly Step<ItemOf<T[K]>>[]) => list<T, K>(key, name, steps),
  /** A list of strings, an element of text each. */
  texts: <K extends KeysOf<T, readonly string[]>>(key: K, name: string) => texts<T, K>(key, name),
  /** The same value, spread over an inner element; left out when it would be empty. */
  within: (name: string, steps: readonly Step<T>[]) => within<T>(name, steps),
});
