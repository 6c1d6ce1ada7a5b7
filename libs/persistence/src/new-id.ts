import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@potok/contracts';

const MAX_COUNT = 0x0fff;
let lastMs = 0;
let count = 0;

/**
 * A fresh id that sorts by time; ids of one process sort in the order in which they were taken, also within a
 * millisecond (RFC 9562, 6.2, method 1: the first twelve random bits are a counter).
 */
export const newId = (): string => {
  const nowMs = Date.now();
  const random = randomBytes(10);
  if (nowMs > lastMs) {
    lastMs = nowMs;
    count = random.readUInt16BE(0) & (MAX_COUNT >> 1);
  } else if (count < MAX_COUNT) count += 1;
  else {
    lastMs += 1;
    count = 0;
  }
  random.writeUInt16BE(count, 0);
  return uuidV7(lastMs, random);
};
