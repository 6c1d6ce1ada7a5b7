import { setTimeout as sleep } from 'node:timers/promises';
import type { RunStart } from '@potok/contracts';
import type { OutboxRow } from '@potok/persistence/engine';
import { ORDER_LEASE_MS, postpone, type RelayParts } from './relay-outbox.js';

/** Rows of carried orders go together; their lease is far longer. */
const DELETE_PAUSE_MS = 200;
/** More than these are left to the outbox, in order. */
const MOST_IN_HAND = 200;

interface CourierParts extends Pick<RelayParts, 'relay' | 'log'> {
  readonly carry: (order: OutboxRow, known?: RunStart) => Promise<void>;
}

/**
 * Carries an order to Temporal as soon as it is written, by the worker that wrote it: no poll, no second reading. The row in
 * the outbox stands behind it: should this process die, another takes the order after its lease.
 */
export class Courier {
  private readonly inHand = new Set<Promise<void>>();
  private readonly carried: string[] = [];
  private deleting: Promise<void> | undefined;
  private parts: CourierParts | undefined;

  /** Temporal can be reached from now on. */
  begin(parts: CourierParts): void {
    this.parts = parts;
  }

  /** For how long the one who writes an order now may keep it from others; nothing when this courier has its hands full. */
  get leaseMs(): number {
    return this.parts === undefined || this.inHand.size >= MOST_IN_HAND ? 0 : ORDER_LEASE_MS;
  }

  /** `leaseMs` as it was written with the order. */
  carry(order: OutboxRow, leaseMs: number, known?: RunStart): void {
    const { parts } = this;
    if (parts === undefined || leaseMs === 0) return;
    const done = this.one(parts, order, known).finally(() => this.inHand.delete(done));
    this.inHand.add(done);
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.inHand);
    await this.deleting;
  }

  private async one(parts: CourierParts, order: OutboxRow, known?: RunStart): Promise<void> {
    try {
      await parts.carry(order, known);
      this.carried.push(order.id);
      this.deleting ??= this.deleteCarried(parts);
    } catch (error) {
      // When that fails too the lease runs out by itself.
      await postpone(parts, order, error).catch(() => undefined);
    }
  }

  private async deleteCarried(parts: CourierParts): Promise<void> {
    while (this.carried.length > 0) {
      await sleep(DELETE_PAUSE_MS);
      const ids = this.carried.splice(0);
      // A row that stays is carried once more, which is harmless.
      await parts.relay.deleteOutbox(ids).catch(() => undefined);
    }
    // In the same turn as the last look: what is carried from now on begins anew.
    this.deleting = undefined;
  }
}
