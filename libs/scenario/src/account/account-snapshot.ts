import { asSchema } from '../analysis/schema-path.js';

/** An entry of a list (a stage, a box) or an own field of the account. */
export interface AccountEntry {
  readonly value: string;
  readonly label: string;
}

/** What an account answered when it was last asked: `list:stages`, `describe:deal`. */
export interface AccountSnapshot {
  readonly kind: string;
  readonly body: unknown;
  /** What earlier answers held and the last one does not. */
  readonly gone: readonly AccountEntry[];
}

/** So that an account whose entries come and go every day does not grow without end. */
const MOST_GONE = 500;

const textOf = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

const listed = (items: readonly unknown[]): readonly AccountEntry[] =>
  items.flatMap((item) => {
    const { value, label } = asSchema(item) ?? {};
    return typeof value === 'string' ? [{ value, label: textOf(label, value) }] : [];
  });

/** Entries of a list's answer, or the fields of a described schema. */
export const entriesOf = (body: unknown): readonly AccountEntry[] => {
  if (Array.isArray(body)) return listed(body);
  const properties = asSchema(asSchema(body)?.properties) ?? {};
  return Object.entries(properties).map(([value, schema]) => ({
    value,
    label: textOf(asSchema(schema)?.title, value),
  }));
};

/** What is gone after a new answer: what was gone or there before and is not there now. */
export const goneAfter = (
  before: Pick<AccountSnapshot, 'body' | 'gone'> | undefined,
  body: unknown,
): readonly AccountEntry[] => {
  if (before === undefined) return [];
  const there = new Set(entriesOf(body).map(({ value }) => value));
  const known = new Map([...before.gone, ...entriesOf(before.body)].map((entry) => [entry.value, entry]));
  return [...known.values()].filter(({ value }) => !there.has(value)).slice(-MOST_GONE);
};
