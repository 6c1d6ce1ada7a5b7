import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CrmGateway } from '@potok/contracts';

/** A deal as the spec wants it to exist in the CRM: open, of the world's buyer, with one line. */
export interface DealSeed {
  readonly title: string;
  readonly line: {
    readonly name: string;
    readonly quantity: string;
    readonly priceWithoutVat: string;
    readonly priceWithVat: string;
    readonly vatRate: string;
  };
}

/** What a CRM connector lends to `describeCrmGateway`. Everything but `gateway` is done behind the connector's back. */
export interface CrmWorld {
  readonly gateway: CrmGateway;
  /** The firm that every given deal is of. */
  readonly buyer: { readonly inn: string; readonly kpp: string };
  /** A stage other than the one that a fresh deal has. */
  readonly wonStageId: string;
  /** An own text field of the deal that exists in the account. */
  readonly textField: string;
  givenDeal(seed: DealSeed): Promise<string>;
  /** Texts of the deal's comments, oldest first. */
  commentsOf(dealId: string): Promise<readonly string[]>;
  /** Titles of the deal's tasks. */
  tasksOf(dealId: string): Promise<readonly string[]>;
  /** Lets the next change reach the CRM but loses its answer; absent where the world cannot do it. */
  loseNextAnswer?(): Promise<void>;
  close?(): Promise<void>;
}

const SEED: DealSeed = {
  title: 'Поставка насосов',
  line: {
    name: 'Насос циркуляционный 25-60',
    quantity: '2',
    priceWithoutVat: '1000',
    priceWithVat: '1220',
    vatRate: '22',
  },
};
// A connector may stand against a whole stand-in on a busy machine.
const PATIENCE_MS = 30_000;
const key = (digit: string): string => digit.repeat(64);

const signal = new AbortController().signal;

const readsAndMoves = (world: () => CrmWorld): void => {
  it('reads a deal with its buyer and lines as exact decimals', async () => {
    const deal = await world().gateway.getDeal(await world().givenDeal(SEED), { signal });
    expect(deal).toMatchObject({ title: SEED.title, stageMeaning: 'open', buyer: world().buyer });
    expect(deal.lines).toHaveLength(1);
    expect(deal.lines[0]).toMatchObject({ name: SEED.line.name, vatRate: '22', isService: false });
    const line = deal.lines[0];
    const plain = [line?.quantity, line?.priceWithoutVat, line?.priceWithVat].map(withoutZeros);
    expect(plain).toEqual(['2', '1000', '1220']);
  });

  it('calls an absent deal the fault of the data', async () => {
    await expect(world().gateway.getDeal('99999999', { signal })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'DEAL_NOT_FOUND',
    });
    await expect(world().gateway.getDealMark('99999999', { signal })).rejects.toMatchObject({
      code: 'DEAL_NOT_FOUND',
    });
  });

  it('moves a deal, sets fields, and answers what was there before', async () => {
    const dealId = await world().givenDeal(SEED);
    const first = await world().gateway.getDeal(dealId, { signal });
    const order = { dealId, stageId: world().wonStageId, fields: { [world().textField]: 'УПД 214' } };
    const done = await world().gateway.updateDeal(order, { signal, key: key('a') });
    expect(done.before.stageId).toBe(first.stageId);
    const after = await world().gateway.getDeal(dealId, { signal });
    expect(after).toMatchObject({ stageId: world().wonStageId, stageMeaning: 'won' });
    expect(after.fields[world().textField]).toBe('УПД 214');
    const back = { dealId, stageId: done.before.stageId };
    await world().gateway.updateDeal(back, { signal, key: key('b') });
    expect((await world().gateway.getDealMark(dealId, { signal })).stageId).toBe(first.stageId);
  });
};

const writesOnce = (world: () => CrmWorld): void => {
  it('adds comment and task once per key', async () => {
    const dealId = await world().givenDeal(SEED);
    const order = { dealId, comment: 'УПД № 214 подписан', task: { title: 'Проверить оплату' } };
    const first = await world().gateway.updateDeal(order, { signal, key: key('c') });
    const again = await world().gateway.updateDeal(order, { signal, key: key('c') });
    expect(again).toMatchObject({ commentId: first.commentId, taskId: first.taskId });
    expect(await world().commentsOf(dealId)).toHaveLength(1);
    expect(await world().tasksOf(dealId)).toHaveLength(1);
    await world().gateway.updateDeal(order, { signal, key: key('d') });
    expect(await world().commentsOf(dealId)).toHaveLength(2);
  });

  it('adds a comment once although the first answer was lost', async () => {
    const dealId = await world().givenDeal(SEED);
    const order = { dealId, comment: 'Ответ покупателя получен' };
    await world().loseNextAnswer?.();
    const first = world().gateway.updateDeal(order, { signal, key: key('e') });
    if (world().loseNextAnswer !== undefined) await expect(first).rejects.toMatchObject({ kind: 'unavailable' });
    await first.catch(() => undefined);
    await world().gateway.updateDeal(order, { signal, key: key('e') });
    expect(await world().commentsOf(dealId)).toHaveLength(1);
  });

  it('lists changed deals page by page without losing one', async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    const wanted = [await world().givenDeal(SEED), await world().givenDeal(SEED), await world().givenDeal(SEED)];
    const seen = new Set<string>();
    let next: string | undefined;
    do {
      const order = next === undefined ? { since, limit: 2 } : { since, limit: 2, next };
      const page = await world().gateway.listChangedDeals(order, { signal });
      for (const deal of page.deals) seen.add(deal.id);
      next = page.next;
    } while (next !== undefined);
    expect([...seen]).toEqual(expect.arrayContaining(wanted));
  });

  it('stops when it is told to', async () => {
    const dealId = await world().givenDeal(SEED);
    await expect(world().gateway.getDeal(dealId, { signal: AbortSignal.abort() })).rejects.toBeDefined();
  });
};

/** The promises of `CrmGateway`. The fake and every CRM connector pass it. */
export const describeCrmGateway = (name: string, makeWorld: () => Promise<CrmWorld>): void => {
  describe(`${name} as a CRM gateway`, () => {
    jest.setTimeout(PATIENCE_MS);
    let world: CrmWorld;
    beforeAll(async () => {
      world = await makeWorld();
    });
    afterAll(async () => world.close?.());
    readsAndMoves(() => world);
    writesOnce(() => world);
  });
};

const withoutZeros = (text: string | undefined): string | undefined => text?.replace(/\.0+$/, '');
