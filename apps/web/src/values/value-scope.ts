import type { JsonSchema, Manifest, Scenario } from '@potok/contracts';
import type { PlaceScope, SampleScope } from '@potok/scenario';

/** Real values of the last run or of a saved sample; what is not known is left out. */
export interface SampleData {
  readonly trigger?: unknown;
  readonly steps: Readonly<Record<string, unknown>>;
  readonly params: Readonly<Record<string, unknown>>;
  readonly waits?: Readonly<Record<string, unknown>>;
  readonly item?: unknown;
  readonly itemIndex?: number;
}

/** What the fields of one node may take their values from. */
export interface ValueScope {
  readonly place: PlaceScope;
  readonly scenario: Scenario;
  readonly data: SampleData;
  readonly manifest: Manifest;
}

/** Names of the `$each` around a field: what their items are, and a first item to try things with. */
export interface LocalNames {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export const noNames: LocalNames = { schemas: {}, values: {} };

/** The account whose lists fill a field; empty when none is chosen yet. */
export type ConnectionOf = (slot: string | undefined) => string;

/** The sample as the library tries values over it. */
export const sampleOf = ({ data }: ValueScope, names: LocalNames, now: Date): SampleScope => ({
  ...data,
  names: names.values,
  now,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The sample's value under a path; `undefined` where it is not known. */
export const sampleAt = (scope: ValueScope, names: LocalNames, keys: readonly string[]): unknown => {
  const roots: unknown = { ...scope.data, ...names.values };
  return keys.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), roots);
};
