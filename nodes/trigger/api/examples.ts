import { examplesOf } from '@potok/node-sdk/testing';
import { api } from './node.js';

const schema = { type: 'object', properties: { dealId: { type: 'string' } }, required: ['dealId'] };

export const examples = examplesOf(api, [
  {
    title: 'начинает запуск с телом вызова',
    params: { schema },
    body: { dealId: '101' },
    headers: { 'idempotency-key': 'k-1' },
    output: { dealId: '101' },
    sameAs: 'k-1',
  },
  { title: 'начинает запуск без ключа повтора', params: {}, body: {}, output: {} },
  { title: 'не начинает без обязательного поля', params: { schema }, body: {}, ignored: 'BODY_DOES_NOT_FIT' },
  { title: 'не начинает со списком вместо данных', params: {}, body: [], ignored: 'BODY_NOT_AN_OBJECT' },
]);
