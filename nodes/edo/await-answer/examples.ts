import { freshDocflow, type DocflowState } from '@potok/contracts';
import { examplesOf } from '@potok/node-sdk/testing';
import { awaitAnswer } from './node.js';

const documentId = '0197a000-0000-7000-8000-0000000000d1';
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
    title: 'покупатель подписал',
    input: { documentId, deadlineDays: 2 },
    opens: { key: documentId, deadline: at },
    news: news({ answer: 'accepted', answeredAt }),
    port: 'accepted',
    output: { documentId, answer: 'accepted', answeredAt },
  },
  {
    title: 'покупатель подписал с расхождениями',
    input,
    opens: { key: documentId },
    news: news({ answer: 'accepted-with-discrepancies', reason: 'не хватает одной штуки' }),
    port: 'discrepancies',
    output: { documentId, answer: 'discrepancies', reason: 'не хватает одной штуки', answeredAt: at },
  },
  {
    title: 'покупатель отказал',
    input,
    news: news({ answer: 'rejected', reason: 'неверная цена', answeredAt }),
    port: 'rejected',
    output: { documentId, answer: 'rejected', reason: 'неверная цена', answeredAt },
  },
  {
    title: 'покупатель просит уточнить',
    input,
    news: news({ answer: 'clarification-requested', reason: 'нет договора', answeredAt }),
    port: 'clarification',
    output: { documentId, answer: 'clarification', reason: 'нет договора', answeredAt },
  },
  {
    title: 'документ аннулирован',
    input,
    news: news({ answer: 'accepted', annulment: 'annulled', answeredAt }),
    port: 'annulled',
    output: { documentId, answer: 'annulled', answeredAt },
  },
  {
    title: 'срок вышел',
    input: { documentId, until: at },
    opens: { key: documentId, deadline: at },
    news: { kind: 'deadline', at },
    port: 'deadline',
    output: { documentId, answer: 'deadline', answeredAt: at },
  },
  { title: 'доставлен, но ответа ещё нет', input, news: news({}) },
  {
    title: 'документ не дошёл',
    input,
    news: news({ delivery: 'failed', reason: 'ошибка роуминга' }),
    fault: 'DELIVERY_FAILED',
  },
]);
