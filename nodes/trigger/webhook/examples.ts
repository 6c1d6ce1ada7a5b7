import { examplesOf, NOW } from '@potok/node-sdk/testing';
import { webhook } from './node.js';

const receivedAt = NOW.toISOString();
const body = { order: { id: '77', total: '2440.00' } };
const schema = { type: 'object', properties: { order: { type: 'object' } }, required: ['order'] };

export const examples = examplesOf(webhook, [
  {
    title: 'принимает заказ и не повторяет его',
    params: { proof: { kind: 'hmac-sha256', header: 'x-signature' }, sameAs: '/order/id', schema },
    body,
    headers: { 'content-type': 'application/json', authorization: 'Bearer secret' },
    output: { body, headers: { 'content-type': 'application/json' }, receivedAt },
    sameAs: '77',
  },
  {
    title: 'узнаёт повтор по заголовку',
    params: { proof: { kind: 'none' }, headers: ['X-Shop'] },
    body: null,
    headers: { 'idempotency-key': 'k-1', 'x-shop': '5', 'user-agent': 'curl' },
    output: { body: null, headers: { 'idempotency-key': 'k-1', 'x-shop': '5' }, receivedAt },
    sameAs: 'k-1',
  },
  {
    title: 'откладывает тело, которое не подходит к схеме',
    params: { proof: { kind: 'none' }, schema },
    body: {},
    ignored: 'BODY_DOES_NOT_FIT',
  },
  { title: 'не берёт неизвестную проверку', params: { proof: { kind: 'word' } }, body, fault: 'BAD_INPUT' },
]);
