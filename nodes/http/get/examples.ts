import { examplesOf, fakeHttp } from '@potok/node-sdk/testing';
import { MAX_ANSWER_BYTES } from '../exchange.js';
import { get } from './node.js';

const url = 'https://rates.example/usd';
const json = { 'content-type': 'application/json' };

export const examples = examplesOf(get, [
  {
    title: 'читает JSON',
    given: () => ({ services: { http: fakeHttp(() => ({ headers: json, body: { rate: '92.50' } })) } }),
    input: { url },
    output: { status: 200, headers: json, body: { rate: '92.50' } },
  },
  {
    title: 'повторит позже, когда система перегружена',
    given: () => ({ services: { http: fakeHttp(() => ({ status: 503, body: 'busy' })) } }),
    input: { url },
    fault: 'HTTP_UNAVAILABLE',
  },
  {
    title: 'не берёт ответ больше предела',
    given: () => ({ services: { http: fakeHttp(() => ({ body: 'x'.repeat(MAX_ANSWER_BYTES + 1) })) } }),
    input: { url },
    fault: 'HTTP_ANSWER_TOO_BIG',
  },
  { title: 'не берёт неполный адрес', input: { url: 'example' }, fault: 'BAD_INPUT' },
]);
