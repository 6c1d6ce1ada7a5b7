import { examplesOf, fakeBlobs, sha256Of } from '@potok/node-sdk/testing';
import { template } from './node.js';

const given = () => ({ services: { blobs: fakeBlobs() } });
const lines = [{ name: 'Насос & К', quantity: '2' }];
const many = Array.from({ length: 400 }, (_, index) => index);

export const examples = examplesOf(template, [
  {
    title: 'пишет письмо',
    given,
    input: { template: 'Счёт № {{number}} для {{name}}', values: { number: '214', name: 'ООО «Вектор & К»' } },
    output: { text: 'Счёт № 214 для ООО «Вектор & К»' },
  },
  {
    title: 'пишет XML со строками',
    given,
    input: {
      template: '<a>{{#each lines}}<b n="{{quantity}}">{{name}}</b>{{/each}}</a>',
      values: { lines },
      format: 'xml',
    },
    output: { text: '<a><b n="2">Насос &amp; К</b></a>' },
  },
  {
    title: 'сохраняет файлом',
    given,
    input: { template: 'a;{{b}}', values: { b: '1' }, asFile: { fileName: 'a.csv', mediaType: 'text/csv' } },
    output: { file: { sha256: sha256Of('a;1'), sizeBytes: 3, mediaType: 'text/csv', fileName: 'a.csv' } },
  },
  {
    title: 'находит ошибку в XML',
    given,
    input: { template: '<a><b></a>', format: 'xml' },
    fault: 'XML_NOT_WELL_FORMED',
  },
  { title: 'находит ошибку в шаблоне', given, input: { template: '{{#if a}}' }, fault: 'TEMPLATE_WRONG' },
  { title: 'не знает чужих слов', given, input: { template: '{{constructor.name a}}' }, fault: 'TEMPLATE_WRONG' },
  {
    title: 'не ходит по списку без конца',
    given,
    input: { template: '{{#each m}}{{#each ../m}}{{#each ../../m}}x{{/each}}{{/each}}{{/each}}', values: { m: many } },
    fault: 'TEMPLATE_TOO_LONG',
  },
  {
    title: 'не пишет без конца',
    given,
    input: { template: `{{#each m}}${'x'.repeat(20_000)}{{/each}}`, values: { m: many } },
    fault: 'TEMPLATE_TOO_LONG',
  },
]);
