import { Type as t } from '@sinclair/typebox';
import { defineWait } from '@potok/node-sdk';
import { Blob } from '../../src/schemas/blob.js';
import { closed, said } from '../../src/schemas/said.js';

const TEN_YEARS_SEC = 10 * 366 * 86_400;

export const awaitCallback = defineWait({
  id: 'flow.await-callback',
  version: 1,
  input: t.Object(
    {
      deadlineSec: t.Optional(
        t.Number({
          minimum: 1,
          maximum: TEN_YEARS_SEC,
          ...said('Ждать не дольше', 'Срок в секундах; пусто — без срока', { widget: 'duration' }),
        }),
      ),
    },
    closed,
  ),
  output: t.Object(
    {
      body: t.Unknown(said('Тело', 'Что прислала система; null, когда срок вышел')),
      file: t.Optional(
        t.Object(Blob.properties, { ...closed, ...said('Файл', 'Тело файлом, когда оно не JSON и не форма') }),
      ),
      receivedAt: t.String({ format: 'date-time', ...said('Когда', 'Когда пришёл вызов или вышел срок') }),
    },
    closed,
  ),
  ports: ['received', 'deadline'],
  event: 'callback',
  offers: t.Object({ url: t.String(said('Адрес', 'Адрес для вызова; его отдают раньше, чем ждут')) }, closed),
  async open({ input, now, token, callbackUrl }) {
    const deadline =
      input.deadlineSec === undefined ? {} : { deadline: new Date(now.getTime() + input.deadlineSec * 1000) };
    return { key: token, ...deadline, offers: { url: callbackUrl } };
  },
  async take(_work, news) {
    if (news.kind === 'deadline') return { port: 'deadline', output: { body: null, receivedAt: news.at } };
    const file = news.file === undefined ? {} : { file: { ...news.file } };
    return { port: 'received', output: { body: news.body ?? null, ...file, receivedAt: news.at } };
  },
});
