import { Type as t } from '@sinclair/typebox';
import { defineNode } from '@potok/node-sdk';
import { chosen } from '../../src/schemas/chosen.js';
import { Blob } from '../../src/schemas/blob.js';
import { closed, said } from '../../src/schemas/said.js';
import { demandXml } from './demand-xml.js';
import { render } from './render.js';

const FileWish = t.Object(
  {
    fileName: t.String({ minLength: 1, maxLength: 255, ...said('Имя файла', 'Имя файла с расширением') }),
    mediaType: t.Optional(
      t.String({ minLength: 1, maxLength: 100, ...said('Тип', 'Тип содержимого; пусто — по виду текста') }),
    ),
  },
  closed,
);
const MEDIA_TYPES = { plain: 'text/plain', html: 'text/html', xml: 'application/xml' } as const;

export const template = defineNode({
  id: 'text.template',
  version: 1,
  needs: ['blobs'],
  input: t.Object(
    {
      template: t.String({
        minLength: 1,
        maxLength: 200_000,
        ...said('Шаблон', 'Текст с местами {{поле}}, {{#each список}}…{{/each}}, {{#if поле}}…{{/if}}', {
          widget: 'template',
        }),
      }),
      values: t.Optional(
        t.Record(t.String(), t.Unknown(), said('Данные', 'Поля, которые видит шаблон', { widget: 'map' })),
      ),
      format: t.Optional(
        chosen(
          {
            plain: { ru: 'Простой текст', en: 'Plain text' },
            html: { ru: 'HTML', en: 'HTML' },
            xml: { ru: 'XML', en: 'XML' },
          },
          said('Вид текста', 'Простой текст, HTML или XML: в двух последних значения экранируются, XML проверяется'),
        ),
      ),
      asFile: t.Optional(
        t.Object(FileWish.properties, { ...closed, ...said('Файлом', 'Сохранить файлом, а не текстом') }),
      ),
    },
    closed,
  ),
  output: t.Object(
    {
      text: t.Optional(t.String(said('Текст', 'Готовый текст; пусто, когда сохранён файлом'))),
      file: t.Optional(t.Object(Blob.properties, { ...closed, ...said('Файл', 'Сохранённый файл, UTF-8') })),
    },
    closed,
  ),
  effect: 'reads',
  async run({ input, services }) {
    const format = input.format ?? 'plain';
    const text = render(input.template, input.values ?? {}, format);
    if (format === 'xml') demandXml(text);
    if (input.asFile === undefined) return { text };
    const { fileName, mediaType = MEDIA_TYPES[format] } = input.asFile;
    return { file: { ...(await services.blobs.put(new TextEncoder().encode(text), { fileName, mediaType })) } };
  },
});
