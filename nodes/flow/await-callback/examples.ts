import { EXAMPLE_CALLBACK_URL, EXAMPLE_TOKEN, examplesOf } from '@potok/node-sdk/testing';
import { awaitCallback } from './node.js';

const offers = { url: EXAMPLE_CALLBACK_URL };
const at = '2026-11-24T09:05:00.000Z';

export const examples = examplesOf(awaitCallback, [
  {
    title: 'отдаёт адрес и принимает вызов',
    input: {},
    opens: { key: EXAMPLE_TOKEN, offers },
    news: { kind: 'event', event: 'callback', at, body: { status: 'signed' } },
    port: 'received',
    output: { body: { status: 'signed' }, receivedAt: at },
  },
  {
    title: 'выходит по сроку',
    input: { deadlineSec: 300 },
    opens: { key: EXAMPLE_TOKEN, deadline: at, offers },
    news: { kind: 'deadline', at },
    port: 'deadline',
    output: { body: null, receivedAt: at },
  },
]);
