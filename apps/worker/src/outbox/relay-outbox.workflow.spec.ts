import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { relayOutbox } from './relay-outbox.js';

let client: Client;
beforeAll(async () => {
  client = new Client({ connection: await Connection.connect({ address: process.env['POTOK_TEST_TEMPORAL']! }) });
});
afterAll(() => client.connection.close());

/** Relays one wake to a run that Temporal does not know. */
const relayWake = async (isOpen: boolean) => {
  const deleted: string[] = [];
  const postponed: string[] = [];
  await relayOutbox({
    temporal: client,
    relay: {
      claimOutbox: async () => [
        {
          id: '1',
          workspace_id: 'ws',
          run_id: randomUUID(),
          kind: 'wake',
          wake: { id: 'c1', kind: 'command', command: 'cancel' },
          attempts: 1,
        },
      ],
      deleteOutbox: async (ids) => void deleted.push(...ids),
      postponeOutbox: async (id) => void postponed.push(id),
    },
    runs: { getStart: async () => undefined, isOpen: async () => isOpen },
    isEager: false,
    log: () => undefined,
  });
  return { deleted, postponed };
};

it('keeps a wake that has overtaken the start of its run', async () => {
  await expect(relayWake(true)).resolves.toEqual({ deleted: [], postponed: ['1'] });
}, 30_000);

it('drops a wake of a run that has ended', async () => {
  await expect(relayWake(false)).resolves.toEqual({ deleted: ['1'], postponed: [] });
}, 30_000);
