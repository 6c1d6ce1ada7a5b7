import type { Instant } from '@potok/contracts';

const EPOCH_TICKS = 621_355_968_000_000_000n;
const TICKS_PER_MS = 10_000n;

/** .NET ticks (100 ns since 0001-01-01 UTC) as an instant; they exceed 2^53, so they come as text. */
export const instantOfTicks = (ticks: string): Instant =>
  new Date(Number((BigInt(ticks) - EPOCH_TICKS) / TICKS_PER_MS)).toISOString();

export const ticksOfInstant = (instant: Instant): string =>
  (BigInt(Date.parse(instant)) * TICKS_PER_MS + EPOCH_TICKS).toString();
