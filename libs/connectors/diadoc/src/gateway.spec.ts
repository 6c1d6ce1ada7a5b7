import { createHttp } from '@potok/connector-kit';
import { LossyHttp } from '@potok/connector-kit/testing';
import { describeOperatorGateway } from '@potok/connector-kit/testing/specs';
import { demoBuyers, demoSeller, diadocAccount } from '../../../../apps/sandbox/src/demo.js';
import { makeKey, makeUpd, sign } from '../../../../apps/sandbox/src/diadoc/testing/seller.js';
import { Stand } from '../../../../apps/sandbox/src/diadoc/testing/stand.js';
import type { AnswerKind } from '../../../../apps/sandbox/src/diadoc/state/state.js';
import { isSameBox } from './box-id.js';
import { diadoc } from './connection.js';

const buyerOf = (relation: 'partner' | 'none') =>
  demoBuyers.find((one) => one.relation === relation && !one.isRoaming)!;

describeOperatorGateway('Диадок', async () => {
  const stand = await Stand.open();
  const now = () => new Date();
  const http = new LossyHttp(createHttp({ allowHosts: [new URL(stand.url).host], now, log: () => undefined }));
  const { login, password, apiClientId } = diadocAccount;
  const gateway = diadoc.connect({
    secrets: { login, password, apiClientId },
    settings: { apiUrl: stand.api, auth: 'password' },
    http,
    now,
    saveSecrets: async () => undefined,
  });
  const signal = new AbortController().signal;
  const partner = buyerOf('partner');
  const stranger = buyerOf('none');
  const key = makeKey(demoSeller);
  const [own] = await gateway.listBoxes({ signal });
  const boxId = own?.boxId ?? '';
  const boxOf = async (inn: string) => (await gateway.findCounterparties({ boxId, inn }, { signal }))[0]?.boxId ?? '';
  const partnerBox = await boxOf(partner.inn);
  // A person presses a button of the buyer's page.
  const answer = async (messageId: string, kind: AnswerKind, reason = ''): Promise<void> => {
    const { entityId } = (await stand.documents()).find((one) => one.messageId === messageId)!;
    const page = `${stand.api}/page/documents/${messageId}/${entityId}/answer`;
    const body = new URLSearchParams({ kind, reason });
    const { status } = await fetch(page, { method: 'POST', body, redirect: 'manual' });
    if (status !== 303) throw new Error(`The buyer could not answer: ${status}`);
  };
  if (!isSameBox(partnerBox, partner.diadoc.boxId)) throw new Error('The partner was not found');
  return {
    gateway,
    boxId,
    partner: { boxId: partnerBox, inn: partner.inn },
    stranger: { boxId: await boxOf(stranger.inn), inn: stranger.inn },
    anOrder: async (number) => {
      const title = makeUpd(partner, number);
      return {
        boxId,
        toBoxId: partnerBox,
        kind: 'upd',
        documentFunction: 'СЧФДОП',
        formatVersion: '5.03',
        isRevision: false,
        number,
        date: now().toISOString().slice(0, 10),
        title: { fileName: title.fileName, bytes: title.bytes, signature: sign(key, title.bytes) },
      };
    },
    countSent: async (number) => (await stand.documents()).filter((one) => one.number === number).length,
    buyerAccepts: (messageId) => answer(messageId, 'sign'),
    buyerRejects: (messageId, reason) => answer(messageId, 'refuse', reason),
    buyerAsks: (messageId, reason) => answer(messageId, 'clarify', reason),
    buyerDemandsReceipt: async (messageId) => {
      await stand.robot(partner.diadoc.boxId, { asksReceipt: true });
      await answer(messageId, 'sign');
    },
    sign: async (bytes) => sign(key, bytes),
    loseNextAnswer: async () => {
      http.loseNext(({ url }) => url.includes('/V3/PostMessage'));
    },
    close: () => stand.close(),
  };
});
