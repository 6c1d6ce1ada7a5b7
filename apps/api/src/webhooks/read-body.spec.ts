import { describe, expect, it } from '@jest/globals';
import { valueAt, eventKeyOf } from './event-key.js';
import { parseForm } from './form-body.js';
import { maskBody, maskHeaders } from './mask-secrets.js';
import { measureJson } from './measure-json.js';
import { isProven } from './prove-caller.js';
import { readBody } from './read-body.js';

const bytes = (text: string) => Buffer.from(text);

describe('measureJson', () => {
  it('counts brackets and keys outside of strings only', () => {
    expect(measureJson('{"a":[{"b":"]]}}::\\"["}],"c\\\\":1}')).toEqual({ depth: 3, keys: 3 });
    expect(measureJson('"[[[[')).toEqual({ depth: 0, keys: 0 });
  });
});

describe('parseForm', () => {
  const plain = (text: string): unknown => JSON.parse(JSON.stringify(parseForm(text)));

  it('nests brackets and counts empty ones', () => {
    expect(plain('a[b][]=1&a[b][]=2&c=%D1%8F+x&d=')).toEqual({ a: { b: { 0: '1', 1: '2' } }, c: 'я x', d: '' });
  });

  it('touches no prototype', () => {
    parseForm('__proto__[isAdmin]=1&constructor[prototype][isAdmin]=1');
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it('lets the later value win where a name is both text and branch', () => {
    expect(plain('a=1&a[b]=2')).toEqual({ a: { b: '2' } });
  });
});

describe('readBody', () => {
  it('knows JSON by any +json type and keeps its text', () => {
    expect(readBody(bytes('[1.10]'), 'application/vnd.api+json; charset=utf-8')).toMatchObject({ text: '[1.10]' });
  });

  it('keeps what it does not read', () => {
    expect(readBody(bytes('<a/>'), 'text/xml')).toEqual({ kind: 'raw', bytes: bytes('<a/>') });
  });
});

describe('eventKeyOf', () => {
  const call = { sameAs: '/id', body: {}, bytes: bytes('{}'), idempotencyKey: undefined, freshId: 'f' };
  const keyOf = (over: Partial<Parameters<typeof eventKeyOf>[0]>) => eventKeyOf({ ...call, ...over });

  it('takes the value at the pointer, then the header, then a fresh one', () => {
    expect(keyOf({ body: { id: 'A' } })).toBe('body:A');
    expect(keyOf({ sameAs: null, idempotencyKey: 'k' })).toBe('key:k');
    expect(keyOf({ sameAs: null })).toBe('fresh:f');
  });

  it('never makes one of two numbers that JavaScript cannot tell apart', () => {
    const [one, two] = ['12345678901234567890', '12345678901234567891'].map((id) =>
      keyOf({ body: JSON.parse(`{"id":${id}}`) as unknown, bytes: bytes(id) }),
    );
    expect(one).not.toBe(two);
  });

  it('keeps a long key short and apart', () => {
    const long = 'x'.repeat(5000);
    expect(keyOf({ body: { id: long } })).toMatch(/^sha256:/);
    expect(keyOf({ body: { id: long } })).not.toBe(keyOf({ body: { id: `${long}y` } }));
  });

  it('follows escapes of a pointer and no prototype', () => {
    expect(valueAt({ 'a/b': { '~': [1] } }, '/a~1b/~0/0')).toBe(1);
    expect(valueAt({}, '/constructor/name')).toBeUndefined();
  });
});

describe('isProven', () => {
  it('takes Битрикс24 by the token in its body', () => {
    const call = (token: string) => ({ headers: {}, bytes: bytes(''), body: { auth: { application_token: token } } });
    const proof = { kind: 'bitrix24-application-token' } as const;
    expect([isProven(proof, call('t'), 't'), isProven(proof, call('x'), 't')]).toEqual([true, false]);
    expect(isProven(proof, { headers: {}, bytes: bytes(''), body: undefined }, 't')).toBe(false);
  });

  it('takes nobody with an empty key', () => {
    const call = { headers: { 'x-key': '' }, bytes: bytes(''), body: {} };
    expect(isProven({ kind: 'token', header: 'x-key' }, call, '')).toBe(false);
  });
});

describe('masking', () => {
  it('hides what proves the caller and what looks like a secret', () => {
    const headers = {
      'x-partner': 's',
      authorization: 's',
      cookie: 's',
      'x-api-key': 's',
      'idempotency-key': 'k',
      host: 'h',
    };
    const masked = maskHeaders(headers, { kind: 'token', header: 'X-Partner' });
    expect(Object.entries(masked).filter(([, value]) => value === 's')).toEqual([]);
    expect(masked).toMatchObject({ 'idempotency-key': 'k', host: 'h' });
  });

  it('hides the tokens of Битрикс24 and leaves the rest', () => {
    expect(maskBody({ auth: { application_token: 's', domain: 'd' }, data: 1 })).toEqual({
      auth: { application_token: '•••', domain: 'd' },
      data: 1,
    });
  });
});
