import { examplesOf } from '@potok/node-sdk/testing';
import { map } from './node.js';

const order = { number: '214', total: '2440.00', lines: [{ name: 'Насос', quantity: '2' }] };

export const examples = examplesOf(map, [
  { title: 'собирает данные заказа', input: { output: order }, output: order },
  {
    title: 'проверяет собранное по схеме',
    input: {
      output: { number: '214' },
      schema: { type: 'object', properties: { number: { type: 'string' } }, required: ['number'] },
    },
    output: { number: '214' },
  },
  {
    title: 'останавливается, когда обязательного поля нет',
    input: { output: {}, schema: { type: 'object', properties: { number: { type: 'string' } }, required: ['number'] } },
    fault: 'MAPPED_DOES_NOT_FIT',
  },
  {
    title: 'не берёт схему с регулярным выражением',
    input: { output: {}, schema: { type: 'string', pattern: '(a+)+' } },
    fault: 'AUTHOR_SCHEMA_WRONG',
  },
]);
