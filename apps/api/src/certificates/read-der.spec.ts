import { expect, it } from '@jest/globals';
import { readDer } from './read-der.js';

const der = Uint8Array.from([0x30, 0x82, 0x01, 0x00, ...new Array<number>(256).fill(5)]);
const base64 = Buffer.from(der).toString('base64');

it('reads base64, with line breaks too', () => {
  expect(readDer(base64)).toEqual(der);
  expect(readDer(base64.replace(/(.{64})/g, '$1\r\n'))).toEqual(der);
});

it('reads PEM', () => {
  expect(readDer(`-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`)).toEqual(der);
});

it('refuses text, other bytes and half a file', () => {
  for (const text of [
    '',
    'сертификат',
    '-----BEGIN CERTIFICATE-----',
    Buffer.from('hello'.repeat(20)).toString('base64'),
  ])
    expect(readDer(text)).toBeUndefined();
});
