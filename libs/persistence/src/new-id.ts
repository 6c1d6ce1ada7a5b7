import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@potok/contracts';

/** A fresh id that sorts by time. */
export const newId = (): string => uuidV7(Date.now(), randomBytes(10));
