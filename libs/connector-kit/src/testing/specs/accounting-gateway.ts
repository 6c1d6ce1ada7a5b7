import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AccountingEntry, AccountingGateway } from '@potok/contracts';
import { aPostOrder } from '../fake-accounting.js';

/** What an accounting connector lends to `describeAccountingGateway`. */
export interface AccountingWorld {
  readonly gateway: AccountingGateway;
  /** An own organization that the base holds. */
  readonly organization: { readonly inn: string; readonly kpp?: string };
  /** Documents of the number, as the base holds them. */
  documentsOf(number: string): Promise<readonly { readonly isPosted: boolean; readonly isMarked: boolean }[]>;
  /** How many counterparties with the ИНН the base holds. */
  countCounterparties(inn: string): Promise<number>;
  loseNextAnswer?(): Promise<void>;
  close?(): Promise<void>;
}

// A connector may stand against a whole stand-in on a busy machine.
const PATIENCE_MS = 30_000;
const key = (digit: string): string => digit.repeat(64);

/** The promises of `AccountingGateway`. The fake and every accounting connector pass it. */
export const describeAccountingGateway = (name: string, makeWorld: () => Promise<AccountingWorld>): void => {
  describe(`${name} as an accounting gateway`, () => {
    jest.setTimeout(PATIENCE_MS);
    let world: AccountingWorld;
    beforeAll(async () => {
      world = await makeWorld();
    });
    afterAll(async () => world.close?.());
    const anOrder = (number: string) => aPostOrder({ number, organization: world.organization });

    it('posts a document and finds it by its key', async () => {
      const posted = await world.gateway.post(anOrder('A-1'), { signal, key: key('1') });
      expect(await world.documentsOf(posted.number)).toEqual([{ isPosted: true, isMarked: false }]);
      const found = await world.gateway.findByKey(key('1'), { signal });
      expect(found).toEqual({ id: posted.id, isPosted: true });
      expect(await world.gateway.findByKey(key('0'), { signal })).toBeUndefined();
    });

    it('posts once per key and makes the counterparty once', async () => {
      const first = await world.gateway.post(anOrder('A-2'), { signal, key: key('2') });
      const again = await world.gateway.post(anOrder('A-2'), { signal, key: key('2') });
      expect(again.id).toBe(first.id);
      await world.gateway.post(anOrder('A-3'), { signal, key: key('3') });
      expect(await world.documentsOf(first.number)).toHaveLength(1);
      expect(await world.countCounterparties('7707083893')).toBe(1);
    });

    it('posts once although the first answer was lost', async () => {
      await world.loseNextAnswer?.();
      const first = world.gateway.post(anOrder('A-4'), { signal, key: key('4') });
      if (world.loseNextAnswer !== undefined) await expect(first).rejects.toMatchObject({ kind: 'unavailable' });
      await first.catch(() => undefined);
      const posted = await world.gateway.post(anOrder('A-4'), { signal, key: key('4') });
      expect(await world.documentsOf(posted.number)).toEqual([{ isPosted: true, isMarked: false }]);
    });

    it('refuses an organization that the base does not hold', async () => {
      const order = aPostOrder({ organization: { inn: '0000000000' } });
      await expect(world.gateway.post(order, { signal, key: key('5') })).rejects.toMatchObject({
        kind: 'refused',
        code: 'ORGANIZATION_UNKNOWN',
      });
      expect(await world.gateway.findByKey(key('5'), { signal })).toBeUndefined();
    });

    it('takes a posting back and marks it, twice without harm, and without harm where nothing is', async () => {
      const posted = await world.gateway.post(anOrder('A-6'), { signal, key: key('6') });
      await world.gateway.unpost(posted.id, { signal });
      await world.gateway.unpost(posted.id, { signal });
      await world.gateway.unpost('01890a5d-ac96-874b-bcce-b302099a8057', { signal });
      expect(await world.documentsOf(posted.number)).toEqual([{ isPosted: false, isMarked: true }]);
      expect(await world.gateway.findByKey(key('6'), { signal })).toEqual({ id: posted.id, isPosted: false });
    });

    it('stops when it is told to', async () => {
      const call = { signal: AbortSignal.abort(), key: key('7') };
      await expect(world.gateway.post(anOrder('A-7'), call)).rejects.toBeDefined();
      expect(await world.gateway.findByKey(key('7'), { signal })).toBeUndefined();
    });
    listsItsPostings(() => world);
  });
};

const signal = new AbortController().signal;

const listsItsPostings = (world: () => AccountingWorld): void => {
  it('lists what it has posted by its documents, a page at a time, where it gives a list', async () => {
    const { gateway, organization } = world();
    const documentId = '01890a5d-ac96-774b-bcce-b302099a8099';
    const from = '2026-03-10';
    const order = aPostOrder({ number: 'A-8', organization, documentId, date: from });
    const posted = await gateway.post(order, { signal, key: key('8') });
    if (gateway.listPosted === undefined) return;
    const listed = (await readAllPosted(gateway, from)).filter((one) => one.documentId === documentId);
    expect(listed).toEqual([{ id: posted.id, number: posted.number, date: from, documentId, isPosted: true }]);
    expect((await gateway.listPosted({ from: '2026-03-11', limit: 100 }, { signal })).entries).toEqual([]);
  });
};

const readAllPosted = async (gateway: AccountingGateway, from: string): Promise<readonly AccountingEntry[]> => {
  const entries: AccountingEntry[] = [];
  let cursor: string | undefined;
  let hasMore = true;
  while (hasMore) {
    const place = cursor === undefined ? { from, limit: 1 } : { from, limit: 1, cursor };
    const page = await gateway.listPosted?.(place, { signal });
    entries.push(...(page?.entries ?? []));
    ({ cursor, hasMore } = { cursor: page?.cursor, hasMore: page?.hasMore === true });
  }
  return entries;
};
