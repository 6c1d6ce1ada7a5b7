import type { Readable } from 'node:stream';
import { Refusal } from '../problems/refusal.js';

export const LIMIT_BYTES = 1024 * 1024;
/** Read to the end and thrown away up to here, so that the caller hears the sentence and not a broken connection. */
const DRAIN_BYTES = 64 * 1024 * 1024;

/** The bytes of a call, or BODY_TOO_LARGE. */
export const collectBody = async (payload: Readable): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of payload as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= LIMIT_BYTES) parts.push(part);
    if (size > DRAIN_BYTES) break;
  }
  if (size > LIMIT_BYTES) throw new Refusal('too-large', 'BODY_TOO_LARGE', { facts: { limit: '1 МБ' } });
  return Buffer.concat(parts);
};
