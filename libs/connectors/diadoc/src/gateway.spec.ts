import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHttp } from '@potok/connector-kit';
import { LossyHttp, StoredSecrets } from '@potok/connector-kit/testing';
import { describeOperatorGateway } from '@potok/connector-kit/testing/specs';
import type { OperatorEvent, SendOrder } from '@potok/contracts';
import { demoBuyers, demoSeller, diadocAccount } from '../../../../apps/sandbox/src/demo.js';
import { makeDiadoc } from '../../../../apps/sandbox/src/diadoc/stand-in.js';
import { makeKey, makeUpd, sign } from '../../../../apps/sandbox/src/diadoc/testing/seller.js';
import { startSandbox } from '../../../../apps/sandbox/src/server/start-sandbox.js';
import type { DiadocSecrets } from './account.js';
import { diadoc } from './connection.js';

const signal = new AbortController().signal;
const now = () => new Date();
const key = makeKey(demoSeller);
const partner = demoBuyers.find((one) => one.relation === 'partner' && !one.isRoaming)!;
const stranger = demoBuyers.find((one) => one.relation === 'none')!;
const roaming = demoBuyers.find((one) => one.isRoaming)!;
interface Sent {
  readonly messageId: string;
  readonly entityId: string;
  readonly number: string;
}

/** The operator with its page: what a person and the other side do there. */
const openOperator = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'potok-connector-diadoc-'));
  const sandbox = await startSandbox({ standIns: [makeDiadoc()], folder, port: 0 });
  const press = async (path: string, form: Record<string, string>): Promise<void> => {
    const page = `${sandbox.url}/diadoc/page/${path}`;
    const { status } = await fetch(page, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    if (status !== 303) throw new Error(`${path} could not be pressed: ${status}`);
  };
  const documents = async (): Promise<readonly Sent[]> => {
    const answer = await fetch(`${sandbox.url}/sandbox/diadoc/state`);
    return ((await answer.json()) as { readonly documents: readonly Sent[] }).documents;
  };
  return {
    url: sandbox.url,
    documents,
    answer: async (messageId: string, kind: string, reason = ''): Promise<void> => {
      const sent = (await documents()).find((one) => one.messageId === messageId);
      await press(`documents/${messageId}/${sent?.entityId}/answer`, { kind, reason });
    },
    http: new LossyHttp(createHttp({ allowHosts: [new URL(sandbox.url).host], now, log: () => undefined })),
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
};
type Operator = Awaited<ReturnType<typeof openOperator>>;

const signedIn = ({ url, http }: Operator) => {
  const { login, password, apiClientId } = diadocAccount;
  const secrets: DiadocSecrets = { login, password, apiClientId };
  return diadoc.connect({
    secrets,
    settings: { apiUrl: `${url}/diadoc`, auth: 'password' },
    http,
    now,
    renewSecrets: new StoredSecrets<unknown>(secrets).renewSecrets,
  });
};
const anOrder = (boxId: string, toBoxId: string, number: string): SendOrder => {
  const { fileName, bytes } = makeUpd(partner, number);
  return {
    boxId,
    toBoxId,
    kind: 'upd',
    documentFunction: 'СЧФДОП',
    formatVersion: '5.03',
    isRevision: false,
    number,
    date: now().toISOString().slice(0, 10),
    title: { fileName, bytes, signature: sign(key, bytes) },
  };
};

describeOperatorGateway('Диадок', async () => {
  const operator = await openOperator();
  const gateway = signedIn(operator);
  const boxId = (await gateway.listBoxes({ signal }))[0]?.boxId ?? '';
  const boxOf = async (inn: string) => (await gateway.findCounterparties({ boxId, inn }, { signal }))[0]?.boxId ?? '';
  const toBoxId = await boxOf(partner.inn);
  return {
    gateway,
    boxId,
    partner: { boxId: toBoxId, inn: partner.inn },
    stranger: { boxId: await boxOf(stranger.inn), inn: stranger.inn },
    anOrder: async (number) => anOrder(boxId, toBoxId, number),
    countSent: async (number) => (await operator.documents()).filter((one) => one.number === number).length,
    buyerAccepts: (messageId) => operator.answer(messageId, 'sign'),
    buyerRejects: (messageId, reason) => operator.answer(messageId, 'refuse', reason),
    buyerAsks: (messageId, reason) => operator.answer(messageId, 'clarify', reason),
    buyerDemandsReceipt: (messageId) => operator.answer(messageId, 'sign'),
    sign: async (bytes) => sign(key, bytes),
    loseNextAnswer: async () => {
      operator.http.loseNext(({ url }) => url.includes('/V3/PostMessage'));
    },
    close: operator.close,
  };
});

describe('an account at Диадок', () => {
  let operator: Operator;
  beforeAll(async () => {
    operator = await openOperator();
  });
  afterAll(async () => operator.close());

  it('is entered by a consent of OpenID, and the rotated token is kept', async () => {
    const secrets: DiadocSecrets = diadocAccount.oidc;
    const { saved, renewSecrets } = new StoredSecrets<unknown>(secrets);
    const client = diadoc.connect({
      secrets,
      settings: {
        apiUrl: `${operator.url}/diadoc`,
        auth: 'oidc',
        identityUrl: `${operator.url}/diadoc/identity`,
      },
      http: operator.http,
      now,
      renewSecrets,
    });
    await diadoc.check(client, signal);
    expect(saved).toMatchObject([{ accessToken: expect.any(String) as unknown }]);
    const boxes = await diadoc.lists.boxes?.(client, signal);
    expect(boxes?.[0]?.label).toContain(`ИНН ${demoSeller.inn}`);
    expect(boxes?.[0]?.facts).toMatchObject({ fnsParticipantId: demoSeller.diadoc.fnsParticipantId });
  });

  it('shows which box is at another operator', async () => {
    const client = signedIn(operator);
    const boxId = (await client.listBoxes({ signal }))[0]?.boxId ?? '';
    const found = await client.findCounterparties({ boxId, inn: roaming.inn }, { signal });
    expect(found).toMatchObject([{ isRoaming: true, fnsParticipantId: roaming.diadoc.fnsParticipantId }]);
    expect(await client.findCounterparties({ boxId, inn: roaming.inn, kpp: '000000000' }, { signal })).toEqual([]);
  });

  it('tells an acceptance with discrepancies by the title of the buyer', async () => {
    const client = signedIn(operator);
    const boxId = (await client.listBoxes({ signal }))[0]?.boxId ?? '';
    const [to] = await client.findCounterparties({ boxId, inn: partner.inn }, { signal });
    const sent = await client.send(anOrder(boxId, to?.boxId ?? '', 'D-1'), { signal, key: 'd'.repeat(64) });
    await operator.answer(sent.messageId, 'discrepancies', 'не хватает одного стола');
    const { events } = await client.listEvents({ boxId, limit: 100 }, { signal });
    const answered = events.find((event: OperatorEvent) => event.kind === 'accepted-with-discrepancies');
    expect(answered?.facts).toMatchObject({ outcomeCode: '2' });
    expect(events.map((event) => event.kind)).toContain('delivered');
  });
});
