import { expect, it } from '@jest/globals';
import type { HttpAnswer } from '@potok/contracts';
import { asDecimalText, parseExactJson } from './exact-json.js';
import { faultOfAnswer, faultOfNetwork, faultOfStatus } from './faults.js';
import { localBucket } from './limiter.js';
import { redact } from './redact.js';
import { retryAfterMs } from './retry-after.js';
import { texts as english } from './texts.en.js';
import { texts as russian } from './texts.ru.js';

const now = new Date('2026-03-10T09:00:00Z');
const about = { system: 'diadoc', now };
const anAnswer = (status: number, over: Partial<HttpAnswer> & { readonly text?: string } = {}): HttpAnswer => ({
  status,
  headers: over.headers ?? {},
  body: new TextEncoder().encode(over.text ?? ''),
});

it.each([
  [429, 'unavailable', 'TOO_MANY_REQUESTS'],
  [500, 'unavailable', 'SYSTEM_UNAVAILABLE'],
  [503, 'unavailable', 'SYSTEM_UNAVAILABLE'],
  [401, 'refused', 'NOT_AUTHORIZED'],
  [402, 'refused', 'PAYMENT_REQUIRED'],
  [403, 'refused', 'ACCESS_DENIED'],
  [409, 'refused', 'CALL_REFUSED'],
  [302, 'unavailable', 'UNEXPECTED_ANSWER'],
] as const)('maps status %i to %s %s', (status, kind, code) => {
  expect(faultOfStatus(anAnswer(status), about)).toMatchObject({ kind, code, facts: { status } });
});

it('keeps the wait that the other side asked for', () => {
  const inSeconds = faultOfStatus(anAnswer(503, { headers: { 'retry-after': '120' } }), about);
  expect(inSeconds.retryAfterMs).toBe(120_000);
  const date = { 'retry-after': 'Tue, 10 Mar 2026 09:00:30 GMT' };
  expect(faultOfStatus(anAnswer(429, { headers: date }), about).retryAfterMs).toBe(30_000);
});

it.each([
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': 'Tue, 10 Mar 2026 08:00:00 GMT' }, 0],
  [{ 'retry-after': '999999999' }, 86_400_000],
  [{}, undefined],
])('reads %j as %s', (headers: Record<string, string>, expected) => {
  expect(retryAfterMs(headers, now)).toBe(expected);
});

it('passes on the words of the system, but no page', () => {
  expect(faultOfStatus(anAnswer(409, { text: 'Документ уже подписан' }), about).facts.words).toBe(
    'Документ уже подписан',
  );
  const page = anAnswer(503, { text: '<!DOCTYPE html><html>работы</html>' });
  expect(faultOfStatus(page, about).facts.words).toBeUndefined();
  expect(faultOfAnswer(page, about)).toMatchObject({ code: 'UNEXPECTED_ANSWER', facts: { isPage: true } });
});

it('tells a wrong certificate from a broken line', () => {
  const failed = (code: string) => faultOfNetwork(Object.assign(new Error(), { cause: { code } }), {});
  expect(failed('CERT_HAS_EXPIRED')).toMatchObject({ kind: 'refused', code: 'CERTIFICATE_NOT_TRUSTED' });
  expect(failed('ECONNRESET')).toMatchObject({ kind: 'unavailable', facts: { reason: 'ECONNRESET' } });
});

it('hides secrets as they are and as they stand in a URL', () => {
  expect(redact('a=p%40ss%2Fw&b=p@ss/w', ['p@ss/w'])).toBe('a=•••&b=•••');
});

it('reads every number of JSON by its source text', () => {
  const text = '{"PRICE": 1234567890123456.10, "n":[-1,2e3], "s":"x \\"5\\" 7", "t":true}';
  expect(parseExactJson(text)).toEqual({ PRICE: '1234567890123456.10', n: ['-1', '2e3'], s: 'x "5" 7', t: true });
  expect(asDecimalText('79900.0000')).toBe('79900');
  expect(asDecimalText('1.5e3')).toBe('1500');
  expect(asDecimalText('1,5')).toBeUndefined();
});

it('holds calls back after the burst', async () => {
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const bucket = localBucket({ perSecond: 2, burst: 2, nowMs: () => 0, sleep });
  for (let call = 0; call < 4; call += 1) await bucket.take(new AbortController().signal);
  expect(waits).toEqual([500, 1000]);
});

it('has a sentence for every code in both languages', () => {
  const facts = { system: 'Диадок', host: 'x.example', status: 503, words: 'нет', reason: 'ECONNRESET' };
  for (const sentences of [russian, english])
    for (const sentence of Object.values(sentences)) expect(sentence(facts)).toMatch(/\.$/);
});
