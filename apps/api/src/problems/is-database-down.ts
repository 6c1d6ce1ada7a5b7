const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** Classes 08 (connection), 53 (resources), 57P (shutdown, start-up) of PostgreSQL, and a database that is not there. */
const STATE = /^(08...|53...|57P..|3D000)$/;
const MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Tells a database that cannot be reached from a query that is wrong. */
export const isDatabaseDown = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  return isOutage(error) || innerErrors(error).some(isDatabaseDown);
};

const isOutage = (error: object): boolean => {
  const code = 'code' in error ? String(error.code) : '';
  return SOCKET.has(code) || STATE.test(code) || ('message' in error && MESSAGE.test(String(error.message)));
};

/** Of an AggregateError (several addresses were tried) and of a failed query. */
const innerErrors = (error: object): readonly unknown[] => {
  if ('errors' in error && Array.isArray(error.errors)) return error.errors as readonly unknown[];
  return 'driverError' in error ? [error.driverError] : [];
};

/** A value that PostgreSQL cannot hold: a null byte, half a surrogate, a number out of range. */
export const isUnstorable = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  ['22021', '22P05', '22P02', '22003', '54001'].includes(String(error.code));
