import type { Readable } from 'node:stream';
import { Refusal } from '../problems/refusal.js';

const MEGABYTE = 1024 * 1024;
export const LIMIT_BYTES = MEGABYTE;
/** Of our own API: a drawing and a sample of data, each of which may be 2 MB, go in one call. */
export const API_LIMIT_BYTES = 6 * MEGABYTE;
/** Read to the end and thrown away up to here, so that the caller hears the sentence and not a broken connection. */
const DRAIN_BYTES = 64 * 1024 * 1024;

/** The bytes of a call, or BODY_TOO_LARGE. */
export const collectBody = async (payload: Readable, limitBytes = LIMIT_BYTES): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of payload as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limitBytes) parts.push(part);
    if (size > DRAIN_BYTES) break;
  }
  if (size > limitBytes)
    throw new Refusal('too-large', 'BODY_TOO_LARGE', { facts: { limit: `${limitBytes / MEGABYTE} МБ` } });
  return Buffer.concat(parts);
};
