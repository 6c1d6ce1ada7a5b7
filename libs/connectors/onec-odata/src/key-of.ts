import { createHash } from 'node:crypto';
import { uuidOf } from '@potok/contracts';

/**
 * The GUID under which a counterparty, contract or article of goods is made: the same thing always gets the same one,
 * so that neither a lost answer nor two runs at once make it twice.
 */
export const keyOf = (...parts: readonly string[]): string =>
  uuidOf(createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex'));
