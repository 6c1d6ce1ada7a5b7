import { createHash } from 'node:crypto';

import type { EventRecord, OperationRecord } from '../state/state.js';
import type { World } from '../world.js';

interface Key {
  readonly kind: OperationRecord['kind'];
  readonly boxId: string;
  readonly operationId: string;
}

/** Without an operationId the body stands for it. */
export const operationIdOf = (given: string | undefined, body: Buffer): string =>
  (given ?? createHash('md5').update(body).digest('hex')).toLowerCase();

const keyOf = ({ kind, boxId, operationId }: Key): string => `${kind}/${boxId}/${operationId}`;
const running = new WeakMap<World, Set<string>>();

/** `running`: the first call has not ended; the repeat must come again. */
export type Once = { readonly kind: 'done'; readonly event: EventRecord } | { readonly kind: 'running' };

/** Does the act once per operationId and box; a repeat, whatever its body, gets the event of the first success. */
export const once = async (world: World, key: Key, act: () => Promise<EventRecord>): Promise<Once> => {
  const name = keyOf(key);
  const known = await repeat(world, name);
  if (known) return { kind: 'done', event: known };
  const calls = running.get(world) ?? new Set();
  running.set(world, calls);
  if (calls.has(name)) return { kind: 'running' };
  calls.add(name);
  try {
    const event = await world.change(async () => {
      const made = await act();
      const firstAt = world.now().toISOString();
      const { messageId, eventId } = made;
      world.state.operations[name] = { ...key, messageId, eventId, firstAt, calls: 1 };
      return made;
    });
    return { kind: 'done', event };
  } finally {
    calls.delete(name);
  }
};

const repeat = async (world: World, name: string): Promise<EventRecord | undefined> => {
  const known = world.state.operations[name];
  if (!known) return undefined;
  await world.change(async () => {
    known.calls += 1;
  });
  return (world.state.events[known.boxId] ?? []).find((event) => event.eventId === known.eventId);
};
