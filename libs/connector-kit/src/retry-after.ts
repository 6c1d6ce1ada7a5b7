/**
 * The `Retry-After` of an answer in milliseconds from `now`: seconds or an HTTP date (RFC 9110, 10.2.3). `undefined`
 * when absent or unreadable; never negative, a day at most.
 */
export const retryAfterMs = (headers: Readonly<Record<string, string>>, now: Date): number | undefined => {
  const text = headers['retry-after']?.trim();
  if (text === undefined || text === '') return undefined;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : dateOf(text) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY_MS);
};

// `Date.parse` alone takes much for a date that is none, `-5` among it.
const dateOf = (text: string): number => (/^[A-Z]/.test(text) ? Date.parse(text) : Number.NaN);

const DAY_MS = 86_400_000;
