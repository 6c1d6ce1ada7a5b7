import { Type as t } from '@sinclair/typebox';
import { NodeFault, type BlobService } from '@potok/contracts';
import { defineNode } from '@potok/node-sdk';
import { chosen } from '../../src/schemas/chosen.js';
import { Blob } from '../../src/schemas/blob.js';
import { closed, said } from '../../src/schemas/said.js';
import { exchange } from '../exchange.js';
import { Answer, Headers, TimeoutSec, Url } from '../fields.js';

export const request = defineNode({
  id: 'http.request',
  version: 1,
  needs: ['http', 'blobs'],
  input: t.Object(
    {
      method: chosen(
        {
          POST: { ru: 'POST: создать', en: 'POST: create' },
          PUT: { ru: 'PUT: заменить', en: 'PUT: replace' },
          PATCH: { ru: 'PATCH: изменить часть', en: 'PATCH: change a part' },
          DELETE: { ru: 'DELETE: удалить', en: 'DELETE: delete' },
        },
        said('Метод', 'Что делает запрос'),
      ),
      url: Url,
      headers: t.Optional(Headers),
      json: t.Optional(t.Unknown(said('Тело: JSON', 'Данные, которые уйдут как JSON', { widget: 'value' }))),
      text: t.Optional(t.String(said('Тело: текст', 'Текст, который уйдёт как есть', { widget: 'multiline' }))),
      file: t.Optional(
        t.Object(Blob.properties, { ...closed, ...said('Тело: файл', 'Файл прошлого шага', { widget: 'value' }) }),
      ),
      contentType: t.Optional(t.String({ minLength: 1, ...said('Тип тела', 'Заголовок Content-Type текста') })),
      timeoutSec: t.Optional(TimeoutSec),
    },
    closed,
  ),
  output: Answer,
  effect: 'final',
  sameAs: 'visit',
  whyFinal: 'Potok does not know how the other system takes a request back.',
  async run({ input, services, key, signal }) {
    const { type, body } = await bodyOf(input, services.blobs);
    const headers = { ...type, 'Idempotency-Key': key, ...input.headers };
    return exchange(services.http, {
      method: input.method,
      url: input.url,
      headers,
      ...(body === undefined ? {} : { body }),
      timeoutSec: input.timeoutSec,
      signal,
    });
  },
});

interface Bodies {
  readonly json?: unknown;
  readonly text?: string;
  readonly file?: { readonly sha256: string; readonly mediaType: string };
  readonly contentType?: string;
}

const bodyOf = async ({ json, text, file, contentType }: Bodies, blobs: BlobService) => {
  const given = [json, text, file].filter((one) => one !== undefined).length;
  if (given > 1) throw new NodeFault('invalid', 'HTTP_TWO_BODIES');
  if (json !== undefined) return { type: typed(contentType ?? 'application/json'), body: JSON.stringify(json) };
  if (text !== undefined) return { type: typed(contentType ?? 'text/plain; charset=utf-8'), body: text };
  if (file !== undefined) return { type: typed(contentType ?? file.mediaType), body: await blobs.read(file.sha256) };
  return { type: {}, body: undefined };
};

const typed = (type: string) => ({ 'Content-Type': type });
