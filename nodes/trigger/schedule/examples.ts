import { examplesOf, NOW } from '@potok/node-sdk/testing';
import { schedule } from './node.js';

const late = '2026-11-30T22:00:00.000Z';

export const examples = examplesOf(schedule, [
  {
    title: 'начинает запуск в назначенное время',
    params: { cron: '0 1 1 * *', zone: 'Europe/Moscow' },
    body: { firedAt: late },
    output: { firedAt: late, date: '2026-12-01' },
    sameAs: late,
  },
  {
    title: 'без времени от планировщика берёт нынешнее',
    params: { cron: '*/5 * * * *' },
    body: {},
    output: { firedAt: NOW.toISOString(), date: '2026-11-24' },
    sameAs: NOW.toISOString(),
  },
  { title: 'не берёт расписание из четырёх полей', params: { cron: '0 9 * *' }, body: {}, fault: 'BAD_INPUT' },
]);
