import { Type as t } from '@sinclair/typebox';
import { defineTrigger } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';

const FIELD = '[0-9*,/-]+';

export const schedule = defineTrigger({
  id: 'trigger.schedule',
  version: 1,
  trigger: 'schedule',
  proof: { kind: 'none' },
  params: t.Object(
    {
      cron: t.String({
        maxLength: 100,
        pattern: `^${FIELD}( ${FIELD}){4}$`,
        ...said('Расписание', 'Минута, час, день, месяц, день недели: 0 9 * * 1-5 — в девять утра по будням', {
          widget: 'cron',
        }),
      }),
      zone: t.Optional(
        t.String({
          minLength: 1,
          maxLength: 60,
          ...said('Часовой пояс', 'Europe/Moscow; пусто — пояс рабочего пространства', { widget: 'zone' }),
        }),
      ),
    },
    closed,
  ),
  output: t.Object(
    {
      firedAt: t.String({ format: 'date-time', ...said('Когда', 'Время по расписанию, UTC') }),
      date: t.String({ format: 'date', ...said('Дата', 'Дата в часовом поясе расписания') }),
    },
    closed,
  ),
  async accept({ body, params, now }) {
    const firedAt = firedAtOf(body) ?? now;
    return {
      kind: 'run',
      output: { firedAt: firedAt.toISOString(), date: dateIn(params.zone ?? 'Europe/Moscow', firedAt) },
      sameAs: firedAt.toISOString(),
    };
  },
});

const firedAtOf = (body: unknown): Date | undefined => {
  const given = typeof body === 'object' && body !== null && 'firedAt' in body ? body.firedAt : undefined;
  const at = typeof given === 'string' ? new Date(given) : undefined;
  return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
};

const dateIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
