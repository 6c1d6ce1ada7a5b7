import type { SampleData } from '@potok/contracts';
import { Refusal } from '../problems/refusal.js';

export const LARGEST_SAMPLE_BYTES = 2 * 1024 * 1024;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{ trigger, steps }` and nothing else, of no more than 2 MB. */
export const readSampleData = (json: unknown): SampleData => {
  const { trigger = {}, steps = {}, ...more } = isRecord(json) ? json : { more: json };
  const [unknown] = Object.keys(more);
  if (unknown !== undefined)
    throw new Refusal('invalid', 'SAMPLE_MALFORMED', { field: `/data/${unknown}`, facts: { field: unknown } });
  if (!isRecord(steps))
    throw new Refusal('invalid', 'SAMPLE_MALFORMED', { field: '/data/steps', facts: { field: 'steps' } });
  const data = { trigger, steps };
  refuseTooLarge(data);
  return data;
};

export const refuseTooLarge = (data: SampleData): void => {
  const sizeBytes = Buffer.byteLength(JSON.stringify(data));
  if (sizeBytes > LARGEST_SAMPLE_BYTES) throw new Refusal('too-large', 'SAMPLE_TOO_LARGE', { field: '/data' });
};
