import { Type as t } from '@sinclair/typebox';
import { NodeFault } from '@potok/contracts';
import { defineWait } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';

const TEN_YEARS_SEC = 10 * 366 * 86_400;

export const wait = defineWait({
  id: 'flow.wait',
  version: 1,
  input: t.Object(
    {
      durationSec: t.Optional(
        t.Number({
          minimum: 0,
          maximum: TEN_YEARS_SEC,
          ...said('Сколько ждать', 'Длительность в секундах', { widget: 'duration' }),
        }),
      ),
      until: t.Optional(
        t.String({
          format: 'date-time',
          ...said('До какого времени', 'Время с часовым поясом; рабочие дни считает формула addWorkingDays', {
            widget: 'value',
          }),
        }),
      ),
    },
    closed,
  ),
  output: t.Object(
    { firedAt: t.String({ format: 'date-time', ...said('Когда', 'Когда ожидание кончилось') }) },
    closed,
  ),
  ports: ['done'],
  event: 'time',
  async open({ input, now, token }) {
    const { durationSec, until } = input;
    if ((durationSec === undefined) === (until === undefined)) throw new NodeFault('invalid', 'WAIT_NEEDS_ONE');
    const deadline = until === undefined ? new Date(now.getTime() + (durationSec ?? 0) * 1000) : new Date(until);
    if (deadline > now) return { key: token, deadline };
    return { key: token, deadline, answer: { port: 'done', output: { firedAt: now.toISOString() } } };
  },
  async take(_work, news) {
    return { port: 'done', output: { firedAt: news.at } };
  },
});
