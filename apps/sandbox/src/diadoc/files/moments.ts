/** Dates and times of documents are those of Moscow. */
const parts = (at: Date): readonly [string, string] => {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Moscow',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return [text.slice(0, 10), text.slice(11, 19)];
};

/** `24.11.2026` */
export const russianDate = (at: Date): string => parts(at)[0].split('-').reverse().join('.');
/** `10.05.00` */
export const russianTime = (at: Date): string => parts(at)[1].replaceAll(':', '.');
/** `20261124` */
export const compactDate = (at: Date): string => parts(at)[0].replaceAll('-', '');

const TICKS_AT_EPOCH = 621_355_968_000_000_000n;
/** .NET ticks: 100 ns since 0001-01-01 UTC, as decimal text, as they exceed 2^53. */
export const ticksOf = (at: Date): string => String(BigInt(at.getTime()) * 10_000n + TICKS_AT_EPOCH);
export const dateOfTicks = (ticks: string): Date => new Date(Number((BigInt(ticks) - TICKS_AT_EPOCH) / 10_000n));
