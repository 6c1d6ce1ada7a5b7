import { setTimeout as sleep } from 'node:timers/promises';
import type { Limiter } from '@potok/connector-kit';
import type { ConnectionReader } from '@potok/persistence/engine';

/** A connection's limit, shared by all workers: calls are leased from Postgres a few at a time, so that most cost no round trip. */
export const leasedBucket = (
  rows: ConnectionReader,
  of: { readonly workspaceId: string; readonly connectionId: string; readonly perSecond: number },
): Limiter => {
  const wanted = Math.max(1, Math.floor(of.perSecond / 4));
  let inHand = 0;
  let asking: Promise<void> | undefined;

  const ask = async (signal: AbortSignal) => {
    for (;;) {
      const { granted, waitMs } = await rows.leaseCalls(of.workspaceId, of.connectionId, {
        wanted,
        perSecond: of.perSecond,
      });
      inHand += granted;
      if (granted > 0) return;
      await sleep(waitMs, undefined, { signal });
    }
  };

  return {
    take: async (signal) => {
      while (inHand <= 0) {
        signal.throwIfAborted();
        asking ??= ask(signal).finally(() => {
          asking = undefined;
        });
        await asking;
      }
      inHand -= 1;
    },
  };
};
