import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type {
  OperatorEvent,
  OperatorEventKind,
  OperatorGateway,
  OutgoingDocument,
  SendOrder,
  SignedFile,
} from '@potok/contracts';

/** What an operator's connector lends to `describeOperatorGateway`. */
export interface OperatorWorld {
  readonly gateway: OperatorGateway;
  readonly boxId: string;
  /** May be sent to. */
  readonly partner: { readonly boxId: string; readonly inn: string; readonly kpp?: string };
  /** Known to the operator, but no partner of ours. */
  readonly stranger: { readonly boxId: string; readonly inn: string };
  /** A valid order to the partner with a number of its own. */
  anOrder(number: string): Promise<SendOrder>;
  /** How many documents of the number the operator holds. */
  countSent(number: string): Promise<number>;
  /** The other side acts. */
  buyerAccepts(messageId: string): Promise<void>;
  buyerRejects(messageId: string, reason: string): Promise<void>;
  buyerAsks(messageId: string, reason: string): Promise<void>;
  /** The other side does what we owe a receipt for. */
  buyerDemandsReceipt(messageId: string): Promise<void>;
  /** Signs a service file as the operator demands. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  loseNextAnswer?(): Promise<void>;
  close?(): Promise<void>;
}

// A connector may stand against a whole stand-in on a busy machine.
const PATIENCE_MS = 30_000;
const key = (digit: string): string => digit.repeat(64);
const SIGNER = { inn: '773605000308', person: { lastName: 'Петров', firstName: 'Иван' }, position: 'Директор' };

const signal = new AbortController().signal;

const sendsOnce = (world: () => OperatorWorld): void => {
  it('lists the own box', async () => {
    const boxes = await world().gateway.listBoxes({ signal });
    expect(boxes.map((box) => box.boxId)).toContain(world().boxId);
    expect(boxes.every((box) => box.inn !== '' && box.fnsParticipantId !== '')).toBe(true);
  });

  it('finds a partner by ИНН and says who is none', async () => {
    const { boxId, partner, stranger, gateway } = world();
    const found = await gateway.findCounterparties({ boxId, inn: partner.inn }, { signal });
    expect(found.find((one) => one.boxId === partner.boxId)?.relation).toBe('partner');
    const others = await gateway.findCounterparties({ boxId, inn: stranger.inn }, { signal });
    expect(others.find((one) => one.boxId === stranger.boxId)?.relation).not.toBe('partner');
    expect(await gateway.findCounterparties({ boxId, inn: '0000000000' }, { signal })).toEqual([]);
  });

  it('sends once per key', async () => {
    const order = await world().anOrder('S-1');
    const first = await world().gateway.send(order, { signal, key: key('1') });
    const again = await world().gateway.send(order, { signal, key: key('1') });
    expect(again).toEqual(first);
    expect(await world().countSent('S-1')).toBe(1);
  });

  it('sends once although the first answer was lost', async () => {
    const order = await world().anOrder('S-2');
    await world().loseNextAnswer?.();
    const first = world().gateway.send(order, { signal, key: key('2') });
    if (world().loseNextAnswer !== undefined) await expect(first).rejects.toMatchObject({ kind: 'unavailable' });
    await first.catch(() => undefined);
    await world().gateway.send(order, { signal, key: key('2') });
    expect(await world().countSent('S-2')).toBe(1);
  });

  it('refuses to send to one who is no partner, with the reason', async () => {
    const order = { ...(await world().anOrder('S-3')), toBoxId: world().stranger.boxId };
    await expect(world().gateway.send(order, { signal, key: key('3') })).rejects.toMatchObject({
      kind: 'refused',
      code: expect.stringMatching(/^COUNTERPARTY_/) as unknown,
    });
    expect(await world().countSent('S-3')).toBe(0);
  });
};

const reportsSending = (world: () => OperatorWorld): void => {
  it('reports sending and confirmation under one document, each event with an id of its own', async () => {
    const sent = await send(world(), 'S-4', '4');
    await waitFor(world(), sent.messageId, 'confirmed-by-operator');
    const events = await eventsOf(world(), sent.messageId);
    expect(events.map((event) => event.kind)).toContain('sent');
    expect(events.every((event) => event.documentEntityId === sent.entityId)).toBe(true);
    const ids = (await readAll(world())).map((event) => event.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives back the bytes that were sent', async () => {
    const order = await world().anOrder('S-5');
    const sent = await world().gateway.send(order, { signal, key: key('5') });
    const file = await world().gateway.readEntity(sent, { signal });
    expect(Buffer.from(file.bytes).equals(Buffer.from(order.title.bytes))).toBe(true);
  });
};

const reportsAnswers = (world: () => OperatorWorld): void => {
  it('reports acceptance with readable evidence', async () => {
    const sent = await send(world(), 'S-6', '6');
    await world().buyerAccepts(sent.messageId);
    const event = await waitFor(world(), sent.messageId, 'accepted');
    const entityId = event.facts.entityId ?? '';
    const file = await world().gateway.readEntity({ ...sent, entityId }, { signal });
    expect(file.bytes.length).toBeGreaterThan(0);
  });

  it('reports a rejection with the words of the buyer', async () => {
    const sent = await send(world(), 'S-7', '7');
    await world().buyerRejects(sent.messageId, 'неверная цена');
    expect((await waitFor(world(), sent.messageId, 'rejected')).facts.reason).toBe('неверная цена');
  });

  it('reports a request for clarification with its reason', async () => {
    const sent = await send(world(), 'S-8', '8');
    await world().buyerAsks(sent.messageId, 'укажите договор');
    expect((await waitFor(world(), sent.messageId, 'clarification-requested')).facts.reason).toBe('укажите договор');
  });

  it('makes and sends the receipt that is owed, once per key', async () => {
    const sent = await send(world(), 'S-9', '9');
    await world().buyerDemandsReceipt(sent.messageId);
    const asked = await waitFor(world(), sent.messageId, 'receipt-required');
    const at = { boxId: sent.boxId, messageId: sent.messageId, entityId: asked.facts.entityId ?? '' };
    const made = await world().gateway.makeReceipt({ ...at, signer: SIGNER }, { signal });
    const file: SignedFile = { ...made, signature: await world().sign(made.bytes) };
    await world().gateway.sendReceipt({ ...at, file }, { signal, key: key('a') });
    await world().gateway.sendReceipt({ ...at, file }, { signal, key: key('a') });
    await waitFor(world(), sent.messageId, 'receipt-finished');
    const finished = (await eventsOf(world(), sent.messageId)).filter((event) => event.kind === 'receipt-finished');
    expect(finished).toHaveLength(1);
  });

  it('reads on from its cursor and gives nothing twice', async () => {
    await send(world(), 'S-10', 'b');
    const all = await world().gateway.listEvents({ boxId: world().boxId, limit: 100 }, { signal });
    const rest = await world().gateway.listEvents(cursorOf(world().boxId, all.cursor), { signal });
    const ids = new Set(all.events.map((event) => event.id));
    expect(rest.events.filter((event) => ids.has(event.id))).toEqual([]);
  });

  it('stops when it is told to', async () => {
    await expect(world().gateway.listBoxes({ signal: AbortSignal.abort() })).rejects.toBeDefined();
  });
};

const LONG_AGO = '2020-01-01T00:00:00.000Z';

const listsWhatWasSent = (world: () => OperatorWorld): void => {
  it('lists what the box has sent with our own ids, a page at a time', async () => {
    const { gateway, boxId } = world();
    const documentId = '01890a5d-ac96-774b-bcce-b302099a8098';
    const order = await world().anOrder('S-11');
    const sent = await gateway.send({ ...order, documentId }, { signal, key: key('c') });
    const second = await send(world(), 'S-12', 'd');
    if (gateway.listOutgoing === undefined) return;
    const listed = await readAllOutgoing(gateway, boxId);
    expect(listed.filter((one) => one.messageId === sent.messageId)).toMatchObject([
      { entityId: sent.entityId, number: 'S-11', date: order.date, documentId },
    ]);
    expect(listed.filter((one) => one.messageId === second.messageId)).toHaveLength(1);
  });

  it('says whether it has a document that was sent', async () => {
    const sent = await send(world(), 'S-13', 'e');
    const { gateway } = world();
    if (gateway.findSent === undefined) return;
    const find = (messageId: string) => gateway.findSent?.({ ...sent, messageId }, { signal });
    expect(await find(sent.messageId)).toMatchObject({ entityId: sent.entityId, number: 'S-13' });
    expect(await find('01890a5d-ac96-774b-bcce-b302099a8057')).toBeUndefined();
  });

  it('gives an event the same id whether it is read from the beginning or since a moment', async () => {
    const order = { boxId: world().boxId, limit: 100 };
    const { events } = await world().gateway.listEvents(order, { signal });
    const again = await world().gateway.listEvents({ ...order, since: LONG_AGO }, { signal });
    // More may have come meanwhile.
    const same = again.events.slice(0, events.length);
    expect(same.map((event) => event.id)).toEqual(events.map((event) => event.id));
    const future = new Date(Date.now() + 3_600_000).toISOString();
    expect((await world().gateway.listEvents({ ...order, since: future }, { signal })).events).toEqual([]);
  });
};

/** The promises of `OperatorGateway`. The fake and every operator's connector pass it. */
export const describeOperatorGateway = (name: string, makeWorld: () => Promise<OperatorWorld>): void => {
  describe(`${name} as an operator gateway`, () => {
    jest.setTimeout(PATIENCE_MS);
    let world: OperatorWorld;
    beforeAll(async () => {
      world = await makeWorld();
    });
    afterAll(async () => world.close?.());
    sendsOnce(() => world);
    reportsSending(() => world);
    reportsAnswers(() => world);
    listsWhatWasSent(() => world);
  });
};

const send = async (world: OperatorWorld, number: string, digit: string) =>
  world.gateway.send(await world.anOrder(number), { signal, key: key(digit) });
const eventsOf = async (world: OperatorWorld, messageId: string): Promise<readonly OperatorEvent[]> =>
  (await readAll(world)).filter((event) => event.messageId === messageId);
const waitFor = async (world: OperatorWorld, messageId: string, kind: OperatorEventKind): Promise<OperatorEvent> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = (await eventsOf(world, messageId)).find((event) => event.kind === kind);
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No ${kind} came for ${messageId}`);
};

const cursorOf = (boxId: string, cursor: string | undefined) =>
  cursor === undefined ? { boxId, limit: 100 } : { boxId, limit: 100, cursor };

const readAllOutgoing = async (gateway: OperatorGateway, boxId: string): Promise<readonly OutgoingDocument[]> => {
  const documents: OutgoingDocument[] = [];
  let cursor: string | undefined;
  let hasMore = true;
  while (hasMore) {
    const from = { boxId, since: LONG_AGO, limit: 2 };
    const page = await gateway.listOutgoing?.(cursor === undefined ? from : { ...from, cursor }, { signal });
    documents.push(...(page?.documents ?? []));
    ({ cursor, hasMore } = { cursor: page?.cursor, hasMore: page?.hasMore === true });
  }
  return documents;
};

const readAll = async (world: OperatorWorld): Promise<readonly OperatorEvent[]> => {
  const events: OperatorEvent[] = [];
  let cursor: string | undefined;
  let hasMore = true;
  while (hasMore) {
    const page = await world.gateway.listEvents(cursorOf(world.boxId, cursor), { signal });
    events.push(...page.events);
    ({ cursor, hasMore } = { cursor: page.cursor ?? cursor, hasMore: page.hasMore });
  }
  return events;
};
