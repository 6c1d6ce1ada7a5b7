import type { Scope } from '@potok/scenario';
import type { SampleData } from '../values/value-scope.js';

/** A sample as the formulas of a node see it. */
export const scopeOfSample = (data: SampleData, now: Date): Scope => ({
  ...data,
  trigger: data.trigger ?? {},
  waits: data.waits ?? {},
  run: { id: 'preview', startedAt: now.toISOString(), mode: 'dry' },
  now,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The sample's value of a source; of a list, that of its first item. */
export const sampleValueAt = (data: SampleData, id: string): unknown => {
  const keys = id.split('/').slice(1);
  return keys.reduce<unknown>((value, part) => {
    if (part === '*') return Array.isArray(value) ? (value[0] as unknown) : undefined;
    return isObject(value) ? value[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  }, data);
};

/** The result's value at a target field; of a list, that of its first item. */
export const resultValueAt = (result: unknown, pointer: string): unknown =>
  sampleValueAt(result as SampleData, pointer);
