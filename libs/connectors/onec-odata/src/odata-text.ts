/** A text in a filter: `'ООО ''Ромашка'''`. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const guid = (id: string): string => `guid'${id}'`;
export const dateTime = (date: string): string => `datetime'${date}T00:00:00'`;

/** An exact decimal that goes out as a JSON number in its own digits. */
export class Exact {
  constructor(readonly text: string) {}
}
export type OneCValue = string | boolean | null | Exact | readonly OneCFields[] | undefined;
export interface OneCFields {
  readonly [name: string]: OneCValue;
}

/** JSON of an entity; sums keep every digit that they have. */
export const asJson = (fields: OneCFields): string =>
  `{${Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${JSON.stringify(name)}:${jsonOf(value)}`]))
    .join(',')}}`;

const jsonOf = (value: Exclude<OneCValue, undefined>): string => {
  if (value instanceof Exact) return value.text;
  if (typeof value === 'object' && value !== null) return `[${value.map(asJson).join(',')}]`;
  return JSON.stringify(value);
};
