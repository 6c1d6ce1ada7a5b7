import { examplesOf, fakeBlobs, fakeHttp, sha256Of } from '@potok/node-sdk/testing';
import { request } from './node.js';

const url = 'https://operator.example/documents';
const json = { 'content-type': 'application/json' };
const accepting = () => ({
  services: {
    blobs: fakeBlobs(['<Документ/>']),
    http: fakeHttp(({ body, headers }) => ({
      headers: json,
      body: { type: headers?.['Content-Type'], size: body === undefined ? 0 : body.length },
    })),
  },
});

export const examples = examplesOf(request, [
  {
    title: 'отправляет JSON',
    given: accepting,
    input: { method: 'POST', url, json: { number: '214' } },
    output: { status: 200, headers: json, body: { type: 'application/json', size: 16 } },
  },
  {
    title: 'отправляет XML текстом',
    given: accepting,
    input: { method: 'POST', url, text: '<a/>', contentType: 'application/xml' },
    output: { status: 200, headers: json, body: { type: 'application/xml', size: 4 } },
  },
  {
    title: 'отправляет файл прошлого шага',
    given: accepting,
    input: {
      method: 'PUT',
      url,
      file: { sha256: sha256Of('<Документ/>'), sizeBytes: 19, mediaType: 'application/xml' },
    },
    output: { status: 200, headers: json, body: { type: 'application/xml', size: 19 } },
  },
  {
    title: 'показывает, что система отклонила запрос',
    given: () => ({ services: { blobs: fakeBlobs(), http: fakeHttp(() => ({ status: 422, body: 'нет ИНН' })) } }),
    input: { method: 'POST', url, json: {} },
    fault: 'HTTP_REFUSED',
  },
  {
    title: 'не берёт два тела сразу',
    given: accepting,
    input: { method: 'POST', url, json: {}, text: 'a' },
    fault: 'HTTP_TWO_BODIES',
  },
]);
