import { expect, it } from '@jest/globals';
import type { HttpService } from '@potok/contracts';
import { fakeHttp } from './fakes/fake-http.js';
import { remembered, seenIn, workOf } from './work.js';

const example = { title: 'a call', input: {} };
const post = (http: HttpService | undefined, signal: AbortSignal, key = 'k') =>
  http?.request({ method: 'POST', url: 'https://a.example', headers: { 'Idempotency-Key': key }, signal });

it('refuses a call that is not given the signal, and one after an abort', () => {
  const { services } = workOf({ services: { http: fakeHttp() } }, example);
  expect(() => post(services.http, new AbortController().signal)).toThrow('was not given the signal');
  const aborted = workOf({ services: { http: fakeHttp() } }, example, AbortSignal.abort());
  expect(() => post(aborted.services.http, aborted.signal)).toThrow('aborted');
});

it('sees what a fake holds, and that a repeat with the same key changed nothing', async () => {
  const world = { services: { http: fakeHttp() } };
  const { services, signal } = workOf(world, example);
  await post(services.http, signal);
  const seen = seenIn(world);
  await post(services.http, signal);
  expect(seenIn(world)).toEqual(seen);
  await post(services.http, signal, 'another key');
  expect(seenIn(world)).not.toEqual(seen);
});

it('forgets only what it is told to', () => {
  expect(remembered({ id: '1', before: 'a' }, ['before'])).toEqual({ id: '1' });
  expect(remembered('text', ['before'])).toBe('text');
});
