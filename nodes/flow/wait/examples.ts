import { EXAMPLE_TOKEN, examplesOf, NOW } from '@potok/node-sdk/testing';
import { wait } from './node.js';

const inAnHour = '2026-11-24T10:00:00.000Z';

export const examples = examplesOf(wait, [
  {
    title: 'ждёт час',
    input: { durationSec: 3600 },
    opens: { key: EXAMPLE_TOKEN, deadline: inAnHour },
    news: { kind: 'deadline', at: inAnHour },
    port: 'done',
    output: { firedAt: inAnHour },
  },
  {
    title: 'ждёт до названного времени',
    input: { until: '2026-11-24T13:00:00+03:00' },
    opens: { key: EXAMPLE_TOKEN, deadline: inAnHour },
    news: { kind: 'deadline', at: inAnHour },
    port: 'done',
    output: { firedAt: inAnHour },
  },
  {
    title: 'не ждёт времени, которое прошло',
    input: { until: '2026-11-24T08:00:00Z' },
    port: 'done',
    output: { firedAt: NOW.toISOString() },
  },
  { title: 'просит назвать, сколько ждать', input: {}, fault: 'WAIT_NEEDS_ONE' },
]);
