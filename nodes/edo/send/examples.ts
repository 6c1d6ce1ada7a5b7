import { uuidOf } from '@potok/contracts';
import { aCounterparty, fakeOperator } from '@potok/connector-kit/testing';
import { anOrganization, examplesOf, fakeDocuments, NOW, sha256Of } from '@potok/node-sdk/testing';
import { send } from './node.js';

const key = sha256Of('a document to be sent');
const documentId = uuidOf(key);
const draft = {
  kind: 'upd',
  documentFunction: 'СЧФДОП',
  organizationId: anOrganization().organizationId,
  counterparty: { name: 'ООО «Вектор»', inn: '7707083893', kpp: '770701001' },
  total: '2440.00',
  vat: '440.00',
  content: {},
} as const;
const bytes = new TextEncoder().encode('<Файл ИдФайл="a"/>');
const signed = { fileName: 'a.xml', bytes, signature: new Uint8Array([1]) };
const now = () => NOW;
const input = { documentId, boxId: 'our-box', toBoxId: 'their-box' };
const world = (client = fakeOperator({ now }), seller: { fileName: string; bytes: Uint8Array } = signed) => ({
  client,
  services: { documents: fakeDocuments({ documents: [{ key, draft, seller }] }) },
});

export const examples = examplesOf(send, [
  {
    title: 'отправляет подписанный УПД',
    given: () => world(),
    input,
    output: {
      documentId,
      boxId: 'our-box',
      messageId: 'message-1',
      entityId: 'title-1',
      sentAt: NOW.toISOString(),
    },
  },
  {
    title: 'не отправляет без подписи',
    given: () => world(undefined, { fileName: 'a.xml', bytes }),
    input,
    fault: 'DOCUMENT_NOT_SIGNED',
  },
  {
    title: 'не отправляет тому, с кем обмен не начат',
    given: () => world(fakeOperator({ counterparties: [aCounterparty({ relation: 'invited' })] })),
    input,
    fault: 'COUNTERPARTY_NOT_PARTNER',
  },
  {
    title: 'не отправляет из чужого ящика',
    given: () => world(),
    input: { ...input, boxId: 'x' },
    fault: 'BOX_NOT_OURS',
  },
]);
