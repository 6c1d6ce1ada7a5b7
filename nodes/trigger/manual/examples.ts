import { examplesOf } from '@potok/node-sdk/testing';
import { manual } from './node.js';

const schema = { type: 'object', properties: { dealId: { type: 'string' } }, required: ['dealId'] };

export const examples = examplesOf(manual, [
  {
    title: 'начинает запуск с данными из формы',
    params: { schema },
    body: { dealId: '101' },
    output: { dealId: '101' },
  },
  { title: 'начинает запуск без данных', params: {}, body: {}, output: {} },
  { title: 'не начинает без обязательного поля', params: { schema }, body: {}, ignored: 'BODY_DOES_NOT_FIT' },
  { title: 'не начинает со списком вместо данных', params: {}, body: [], ignored: 'BODY_NOT_AN_OBJECT' },
]);
