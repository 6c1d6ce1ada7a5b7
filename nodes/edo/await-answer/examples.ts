import { freshDocflow, uuidOf, type DocflowState } from '@potok/contracts';
import { anOrganization, examplesOf, fakeDocuments, sha256Of } from '@potok/node-sdk/testing';
import { awaitAnswer } from './node.js';

const key = sha256Of('a document that is on its way');
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
const given = (state?: DocflowState) => () => ({
  services: { documents: fakeDocuments({ documents: [{ key, draft, ...(state === undefined ? {} : { state }) }] }) },
});
const at = '2026-11-26T09:00:00.000Z';
const answeredAt = '2026-11-25T12:00:00.000Z';
const input = { documentId };
const news = (over: Partial<DocflowState>) =>
  ({
    kind: 'event',
    event: 'docflow',
    at,
    body: { documentId, state: { ...freshDocflow, delivery: 'delivered', ...over } },
  }) as const;

export const examples = examplesOf(awaitAnswer, [
  {
    title: 'покупатель ответил раньше, чем мы стали ждать',
    given: given({ ...freshDocflow, delivery: 'delivered', answer: 'accepted', answeredAt }),
    input,
    opens: { key: documentId },
    port: 'accepted',
    output: { documentId, answer: 'accepted', answeredAt },
  },
  {
    title: 'покупатель подписал',
    given: given(),
    input: { documentId, deadlineDays: 2 },
    opens: { key: documentId, deadline: at },
    news: news({ answer: 'accepted', answeredAt }),
    port: 'accepted',
    output: { documentId, answer: 'accepted', answeredAt },
  },
  {
    title: 'покупатель подписал с расхождениями',
    given: given(),
    input,
    opens: { key: documentId },
    news: news({ answer: 'accepted-with-discrepancies', reason: 'не хватает одной штуки' }),
    port: 'discrepancies',
    output: { documentId, answer: 'discrepancies', reason: 'не хватает одной штуки', answeredAt: at },
  },
  {
    title: 'покупатель отказал',
    given: given(),
    input,
    news: news({ answer: 'rejected', reason: 'неверная цена', answeredAt }),
    port: 'rejected',
    output: { documentId, answer: 'rejected', reason: 'неверная цена', answeredAt },
  },
  {
    title: 'покупатель просит уточнить',
    given: given(),
    input,
    news: news({ answer: 'clarification-requested', reason: 'нет договора', answeredAt }),
    port: 'clarification',
    output: { documentId, answer: 'clarification', reason: 'нет договора', answeredAt },
  },
  {
    title: 'документ аннулирован',
    given: given(),
    input,
    news: news({ answer: 'accepted', annulment: 'annulled', answeredAt }),
    port: 'annulled',
    output: { documentId, answer: 'annulled', answeredAt },
  },
  {
    title: 'срок вышел',
    given: given(),
    input: { documentId, until: at },
    opens: { key: documentId, deadline: at },
    news: { kind: 'deadline', at },
    port: 'deadline',
    output: { documentId, answer: 'deadline', answeredAt: at },
  },
  { title: 'доставлен, но ответа ещё нет', given: given(), input, news: news({}) },
  {
    title: 'документ не дошёл',
    given: given(),
    input,
    news: news({ delivery: 'failed', reason: 'ошибка роуминга' }),
    fault: 'DELIVERY_FAILED',
  },
]);
