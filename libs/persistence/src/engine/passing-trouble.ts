import { isNodeFault, NodeFault } from '@potok/contracts';

/** Connection, resources, operator's intervention, the system under it; then deadlocks and lost races. */
const PASSING_STATES = /^(08|53|57|58|40001|40P01)/;
const PASSING_ERRNO = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'EMFILE',
]);
/** What the driver says without a code. */
const PASSING_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The database is away, full or about to go: the same statement may well succeed later. */
export const isPassingTrouble = (error: unknown): boolean => {
  const code = codeOf(error);
  if (PASSING_ERRNO.has(code) || (code.length === 5 && PASSING_STATES.test(code))) return true;
  return error instanceof Error && PASSING_WORDS.test(error.message);
};

/**
 * Passing trouble as a fault that is tried again; anything else as it is. A step in which the database went away for a moment
 * must not be taken for a broken one and wait for a person.
 */
export const asPassingFault = (error: unknown): unknown =>
  isNodeFault(error) || !isPassingTrouble(error)
    ? error
    : new NodeFault('unavailable', 'DATABASE_UNAVAILABLE', { facts: { reason: codeOf(error) }, cause: error });
