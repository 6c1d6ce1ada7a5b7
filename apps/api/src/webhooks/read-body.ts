import { Refusal } from '../problems/refusal.js';
import { parseForm } from './form-body.js';
import { MAX_DEPTH, MAX_KEYS, measureJson } from './measure-json.js';

/** A call's body: JSON keeps its own text beside the value, because numbers of JavaScript are not exact. */
export type ReadBody =
  | { readonly kind: 'json'; readonly value: unknown; readonly text: string }
  | { readonly kind: 'form'; readonly value: unknown }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array };

const isJson = (type: string) => /^application\/(json|[\w.+-]+\+json)$/.test(type);

/** JSON and forms are read, all else (XML, files) is kept as it came. Throws a Refusal that says what is wrong. */
export const readBody = (bytes: Uint8Array, contentType: string): ReadBody => {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (isJson(type)) return readJson(bytes);
  if (type === 'application/x-www-form-urlencoded') return { kind: 'form', value: parseForm(decode(bytes)) };
  return { kind: 'raw', bytes };
};

const readJson = (bytes: Uint8Array): ReadBody => {
  const text = decode(bytes);
  const { depth, keys } = measureJson(text);
  if (depth > MAX_DEPTH) throw new Refusal('invalid', 'BODY_TOO_DEEP', { facts: { limit: MAX_DEPTH } });
  if (keys > MAX_KEYS) throw new Refusal('invalid', 'BODY_TOO_MANY_KEYS', { facts: { limit: MAX_KEYS } });
  try {
    return { kind: 'json', value: JSON.parse(text), text };
  } catch {
    throw new Refusal('invalid', 'BODY_MALFORMED');
  }
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid', 'BODY_NOT_UTF8');
  }
};
