import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { demoBuyers, demoSeller, diadocAccount } from '../demo.js';
import { Api, read } from './testing/api.js';
import { makeKey, makeUpd, sign } from './testing/seller.js';
import { Stand } from './testing/stand.js';
import {
  AcquireCounteragentRequest,
  AcquireCounteragentResultV2,
  AsyncMethodResult,
  BoxCounteragentEventList,
  Counteragent,
} from './wire/counteragent.js';
import { Document } from './wire/document.js';
import { BoxEvent, BoxEventList, Message, MessagePatch } from './wire/message.js';
import { MessagePatchToPost, MessageToPost } from './wire/message-to-post.js';
import { OrganizationList } from './wire/organization.js';

const seller = demoSeller.diadoc;
const [romashka, luchkov, vasilek, klever] = demoBuyers;
const key = makeKey(demoSeller);

jest.setTimeout(60_000);

let stand: Stand;
let api: Api;
beforeAll(async () => {
  stand = await Stand.open();
  api = await new Api(stand.api).login();
  await stand.robot(romashka!.diadoc.boxId, { sendsReceipts: false });
});
afterAll(() => stand.close());

const messageTo = (buyer: (typeof demoBuyers)[number], title: { bytes: Uint8Array }) => ({
  FromBoxId: seller.boxId,
  ToBoxId: buyer.diadoc.boxId,
  DocumentAttachments: [
    {
      TypeNamedId: 'UniversalTransferDocument',
      Function: 'СЧФДОП',
      Version: 'utd970_05_03_01',
      SignedContent: { Content: title.bytes, Signature: sign(key, title.bytes) },
    },
  ],
});
const sendTo = async (buyer: (typeof demoBuyers)[number], number: string) => {
  const body = messageTo(buyer, makeUpd(buyer, number));
  const message = await read(
    await api.post(`/V3/PostMessage?operationId=${randomUUID()}`, MessageToPost, body),
    Message,
  );
  return { messageId: message.MessageId, entityId: message.Entities![0]!.EntityId };
};
const until = async <T>(look: () => Promise<T>, isRight: (value: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await look();
    if (isRight(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not come');
};
const json = async (path: string): Promise<unknown> => {
  const answer = await api.call(path, { headers: { accept: 'application/json; charset=utf-8' } });
  expect(answer.headers.get('content-type')).toContain('application/json');
  return answer.json();
};

describe('credentials', () => {
  const authenticate = (headers: Record<string, string>, body = '{"Login":"x","Password":"y"}') =>
    fetch(`${stand.api}/V3/Authenticate?type=password`, { method: 'POST', headers, body });

  it.each([
    ['no Authorization', {}],
    ['no ddauth_api_client_id', { authorization: 'DiadocAuth ddauth_token=1' }],
    ['an unknown key', { authorization: 'DiadocAuth ddauth_api_client_id=nobody' }],
    ['a wrong password', { authorization: `DiadocAuth ddauth_api_client_id=${diadocAccount.apiClientId}` }],
  ])('are refused with 401 and plain text: %s', async (_name, headers) => {
    const answer = await authenticate({ 'content-type': 'application/json', ...headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('www-authenticate')).toBe('DiadocAuth');
    expect(answer.headers.get('x-diadoc-errorcode')).toBe('Auth.Unauthorized');
  });

  it('are accepted with a space after the comma, and the token stays text when JSON is asked for', async () => {
    const authorization = `DiadocAuth ddauth_api_client_id=${diadocAccount.apiClientId}`;
    const body = JSON.stringify({ login: diadocAccount.login, password: diadocAccount.password });
    const answer = await authenticate(
      { authorization, accept: 'application/json', 'content-type': 'application/json' },
      body,
    );
    const token = await answer.text();
    const mine = await fetch(`${stand.api}/GetMyOrganizations`, {
      headers: { authorization: `${authorization}, ddauth_token=${token}` },
    });
    expect((await read(mine, OrganizationList)).Organizations).toHaveLength(1);
  });

  const grant = async (form: Record<string, string>) => {
    const { clientId, clientSecret } = diadocAccount.oidc;
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form });
    const answer = await fetch(`${stand.api}/identity/connect/token`, { method: 'POST', body });
    const told = (await answer.json()) as Record<string, string>;
    return {
      status: answer.status,
      token: told['access_token'] ?? '',
      refresh: told['refresh_token'] ?? '',
      error: told['error'],
    };
  };

  it('come from the OpenID provider too: by code once, and by refresh token', async () => {
    const { clientId } = diadocAccount.oidc;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: 'http://127.0.0.1/back',
      state: 's1',
    });
    const consent = await fetch(`${stand.api}/identity/connect/authorize?${query.toString()}`, { redirect: 'manual' });
    const target = new URL(consent.headers.get('location')!);
    expect(target.searchParams.get('state')).toBe('s1');
    const code = target.searchParams.get('code')!;
    const first = await grant({ grant_type: 'authorization_code', code });
    const headers = { authorization: `Bearer ${first.token}` };
    expect((await fetch(`${stand.api}/GetMyOrganizations`, { headers })).status).toBe(200);
    expect(await grant({ grant_type: 'authorization_code', code })).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    });
    const second = await grant({ grant_type: 'refresh_token', refresh_token: first.refresh });
    expect(second.token).not.toBe(first.token);
    expect(await grant({ grant_type: 'password' })).toMatchObject({ error: 'unsupported_grant_type' });
  });

  it('end when their time is played to be over, and a new login works', async () => {
    await stand.arm({ kind: 'token-expiry' });
    const other = await new Api(stand.api).login();
    expect((await other.call('/GetMyOrganizations')).status).toBe(401);
    expect((await api.call('/GetMyOrganizations')).status).toBe(401);
    await api.login();
    expect((await api.call('/GetMyOrganizations')).status).toBe(200);
  });
});

describe('the manner of the protocol', () => {
  it('takes paths and names in any letter case, double slashes and flags without a value', async () => {
    const at = await sendTo(romashka!, '401');
    const path = `//v6/getmessage?BOXID=${seller.boxId.replaceAll('-', '')}@diadoc.ru&MESSAGEID=${at.messageId}&injectEntityContent`;
    const whole = await api.get(path, Message);
    expect(whole.Entities?.[0]?.Content?.Data?.length).toBeGreaterThan(100);
  });

  it('answers in JSON when asked: words for enums, lists present, ticks as numbers', async () => {
    const at = await sendTo(romashka!, '402');
    const path = `/V3/GetDocument?boxId=${seller.boxId}&messageId=${at.messageId}&entityId=${at.entityId}`;
    const answer = await api.call(path, { headers: { accept: 'application/json' } });
    const text = await answer.text();
    expect(text).toMatch(/"CreationTimestampTicks":63\d{16}[,}]/);
    expect(JSON.parse(text)).toMatchObject({
      RecipientResponseStatus: 'WaitingForRecipientSignature',
      InitialDocumentIds: [],
      WorkflowId: 18,
    });
  });

  it('shows organizations in JSON with what clients build on', async () => {
    const shown = await json(`/GetOrganizationsByInnKpp?inn=${luchkov!.inn}`);
    expect(shown).toMatchObject({
      Organizations: [
        { Kpp: '', OrgIdGuid: luchkov!.diadoc.orgId, IsRoaming: false, Boxes: [{ BoxIdGuid: luchkov!.diadoc.boxId }] },
      ],
    });
  });

  it('takes a JSON message with base64 and answers it in protobuf without Accept', async () => {
    const title = makeUpd(romashka!, '403');
    const body = messageTo(romashka!, title);
    const [attachment] = body.DocumentAttachments;
    const { Content, Signature } = attachment!.SignedContent;
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    const answer = await api.call('/V3/PostMessage?operationId=json-403', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        ...body,
        DocumentAttachments: [
          { ...attachment, SignedContent: { Content: base64(Content), Signature: base64(Signature) } },
        ],
      }),
    });
    expect((await read(answer, Message)).Entities?.[0]?.FileName).toBe(title.fileName);
  });

  it.each([
    ['GET', '/V3/PostMessage', 405],
    ['GET', '/GetCounteragent', 410],
    ['POST', '/SendDraft', 501],
    ['GET', '/V8/GetNewEvents', 400],
    ['GET', '/V8/GetNewEvents?boxId=nonsense', 400],
    ['GET', `/V8/GetNewEvents?boxId=${randomUUID()}`, 404],
    ['GET', `/GetOrganizationsByInnKpp?inn=12`, 400],
    ['POST', '/V3/PostMessage', 400],
  ])('answers %s %s with %d in plain text', async (method, path, status) => {
    const answer = await api.call(path, { method, ...(method === 'POST' ? { body: 'nonsense' } : {}) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.headers.get('x-diadoc-errorcode')).not.toBeNull();
    if (status === 405) expect(answer.headers.get('allow')).toBe('POST');
  });

  it('says of an old method when it goes', async () => {
    const answer = await api.call(`/V7/GetNewEvents?boxId=${seller.boxId}`);
    expect(answer.headers.get('sunset')).toContain('2027');
  });
});

describe('the feed', () => {
  const page = (query: string) => api.get(`/V8/GetNewEvents?boxId=${seller.boxId}${query}`, BoxEventList);

  it('goes on after a key of its own box and refuses one of another', async () => {
    const all = await page('');
    const first = await page('&limit=2');
    expect(first.Events).toHaveLength(2);
    const rest = await page(`&limit=100&afterIndexKey=${encodeURIComponent(first.Events![1]!.IndexKey!)}`);
    expect([...first.Events!, ...rest.Events!].map((one) => one.EventId)).toEqual(
      all.Events!.map((one) => one.EventId),
    );
    const foreign = Buffer.alloc(16).toString('base64');
    expect((await api.call(`/V8/GetNewEvents?boxId=${seller.boxId}&afterIndexKey=${foreign}`)).status).toBe(400);
  });

  it('repeats and reorders events when told to', async () => {
    const plain = (await page('')).Events!.map((one) => one.EventId);
    await stand.arm({ kind: 'repeat-events' });
    expect((await page('')).Events!.map((one) => one.EventId)).toEqual([...plain, ...plain]);
    await stand.arm({ kind: 'reorder-events' });
    expect((await page('')).Events!.map((one) => one.EventId)).toEqual(plain.toReversed());
    expect((await page('')).Events!.map((one) => one.EventId)).toEqual(plain);
  });

  it('never carries content', async () => {
    const entities = (await page('')).Events!.flatMap((one) => one.Message?.Entities ?? one.Patch?.Entities ?? []);
    expect(entities.some((one) => one.Content?.Data !== undefined)).toBe(false);
  });
});

describe('partners', () => {
  it('become partners by an invitation that the other side accepts', async () => {
    const asked = await api.post(`/V3/AcquireCounteragent?myBoxId=${seller.boxId}`, AcquireCounteragentRequest, {
      BoxId: vasilek!.diadoc.boxId,
      MessageToCounteragent: 'Давайте работать по ЭДО',
    });
    const { TaskId } = await read(asked, AsyncMethodResult);
    const path = `/V3/AcquireCounteragentResult?myBoxId=${seller.boxId}&taskId=${TaskId}`;
    const early = await api.call(path);
    expect([early.status, early.headers.get('retry-after')]).toEqual([204, '1']);
    const ready = await until(
      () => api.call(path),
      (answer) => answer.status === 200,
    );
    expect((await read(ready, AcquireCounteragentResultV2)).BoxId).toBe(vasilek!.diadoc.boxId);
    const relation = () =>
      api.get(`/V3/GetCounteragent?myBoxId=${seller.boxId}&counteragentBoxId=${vasilek!.diadoc.boxId}`, Counteragent);
    expect((await relation()).CurrentStatus).toBe('IsInvitedByMe');
    expect(await stand.send(`/sandbox/diadoc/invitations/${vasilek!.diadoc.boxId}`, { kind: 'accept' })).toBe(204);
    expect((await relation()).CurrentStatus).toBe('IsMyCounteragent');
    await expect(sendTo(vasilek!, '501')).resolves.toBeDefined();
    const events = await api.get(`/V1/GetCounteragentEvents?boxId=${seller.boxId}`, BoxCounteragentEventList);
    expect(events.Events?.flatMap((one) => one.EventTypes)).toEqual([
      'IInvitedCounteragent',
      'CounteragentAcceptedInvitation',
    ]);
  });

  it('may be at another operator, which may fail to hand a document over', async () => {
    await stand.robot(klever!.diadoc.boxId, { sendsReceipts: false });
    const at = await sendTo(klever!, '502');
    const path = `/V3/GetDocument?boxId=${seller.boxId}&messageId=${at.messageId}&entityId=${at.entityId}`;
    expect((await api.get(path, Document)).RoamingNotificationStatus).toBe('RoamingNotificationStatusSuccess');
    const failed = `/sandbox/diadoc/documents/${at.messageId}/${at.entityId}/undelivered`;
    expect(await stand.send(failed, { reason: 'Ящик закрыт' })).toBe(204);
    expect(await api.get(path, Document)).toMatchObject({
      RoamingNotificationStatus: 'RoamingNotificationStatusError',
      RoamingNotificationStatusDescription: 'Ящик закрыт',
    });
    const last = await api.get(`/V2/GetLastEvent?boxId=${seller.boxId}`, BoxEvent);
    expect(last.Patch?.Entities?.[0]?.AttachmentType).toBe('DeliveryFailureNotification');
    const sent = await api.get(
      `/V3/GetEvent?boxId=${seller.boxId}&eventId=${last.Patch!.NotDeliveredEventId!}`,
      BoxEvent,
    );
    expect(sent.Message?.MessageId).toBe(at.messageId);
  });
});

describe('robots and restarts', () => {
  it('answers by itself after the delay, the receipt first', async () => {
    await stand.robot(luchkov!.diadoc.boxId, { mode: 'refuse', delayMs: 50, reason: 'Товар не пришёл' });
    const at = await sendTo(luchkov!, '601');
    const answered = await until(
      () => stand.documents(),
      (all) => all.find((one) => one.messageId === at.messageId)?.answer.kind === 'refused',
    );
    expect(answered.find((one) => one.messageId === at.messageId)).toMatchObject({
      answer: { reason: 'Товар не пришёл' },
      counts: { receipts: 1, rejections: 1 },
    });
  });

  it('keeps documents, events, tokens and settings over a restart, and goes on with what was open', async () => {
    await stand.robot(luchkov!.diadoc.boxId, { mode: 'off' });
    const at = await sendTo(luchkov!, '602');
    await stand.robot(romashka!.diadoc.boxId, { mode: 'off', delayMs: 777 });
    const before = await api.get(`/V8/GetNewEvents?boxId=${seller.boxId}`, BoxEventList);
    await stand.restart();
    const old = api;
    api = await new Api(stand.api).login();
    const after = await api.get(`/V8/GetNewEvents?boxId=${seller.boxId}`, BoxEventList);
    expect(after.Events!.slice(0, before.Events!.length).map((one) => one.IndexKey)).toEqual(
      before.Events!.map((one) => one.IndexKey),
    );
    const again = await fetch(`${stand.api}/GetMyOrganizations`, { headers: { authorization: old.credentials } });
    expect(again.status).toBe(200);
    await stand.robot(luchkov!.diadoc.boxId, { mode: 'sign', delayMs: 0 });
    await until(
      () => stand.documents(),
      (all) => all.find((one) => one.messageId === at.messageId)?.answer.kind === 'signed',
    );
  });
});

describe('annulment', () => {
  it('is offered by the seller and accepted by the buyer with a signature under the same file', async () => {
    const at = await sendTo(romashka!, '701');
    await stand.answer(at, 'sign');
    const made = await api.call(
      `/V2/GenerateRevocationRequestXml?boxId=${seller.boxId}&messageId=${at.messageId}&attachmentId=${at.entityId}&contentTypeId=revocation_request_02`,
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"Comment":"Выставлен ошибочно"}' },
    );
    const bytes = new Uint8Array(await made.arrayBuffer());
    const item = { ParentEntityId: at.entityId, SignedContent: { Content: bytes, Signature: sign(key, bytes) } };
    const patch = { BoxId: seller.boxId, MessageId: at.messageId, RevocationRequests: [item] };
    const done = await read(await api.post('/V3/PostMessagePatch', MessagePatchToPost, patch), MessagePatch);
    expect(done.Entities?.[0]).toMatchObject({
      AttachmentType: 'RevocationRequest',
      RevocationRequestInfo: { InitiatorBoxId: seller.boxId },
    });
    const path = `/V3/GetDocument?boxId=${seller.boxId}&messageId=${at.messageId}&entityId=${at.entityId}`;
    expect((await api.get(path, Document)).RevocationStatus).toBe('RevocationIsRequestedByMe');
    const answer = `/sandbox/diadoc/documents/${at.messageId}/${at.entityId}/revocation`;
    expect(await stand.send(answer, { kind: 'accept' })).toBe(204);
    expect((await api.get(path, Document)).RevocationStatus).toBe('RevocationAccepted');
    expect(await stand.send(answer, { kind: 'reject' })).toBe(409);
  });
});
