import type { CallSide } from '@potok/contracts';
import { redact } from './redact.js';

const MASK = '•••';
const MAX_READ_BYTES = 64 * 1024;
const MAX_SHOWN_BYTES = 4 * 1024;
const MAX_TEXT = 300;
const BEGINNING = 200;
const MAX_HEADERS = 40;

/** Headers that hold no secret in any system; of the others only the name is shown. */
const HARMLESS =
  /^(accept|accept-.*|age|allow|cache-control|connection|content-.*|date|etag|expires|host|idempotency-key|keep-alive|last-modified|location|retry-after|server|transfer-encoding|user-agent|vary|via|.*(error|request-id|ratelimit|rate-limit|trace).*)$/;
const SECRET_NAME =
  /token|secret|passw|pwd|credential|signature|session|cookie|authorization|^auth$|^login$|(api|access|client|private)[-_]?key/i;
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g;
/** OAuth hands its one-time code over in a form; in JSON the word means a number of an error. */
const SECRET_IN_FORM = /^code$/i;

export interface Said {
  /** A scenario may put a number or nothing there. */
  readonly headers: Readonly<Record<string, string | number | null | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Of an answer. */
  readonly status?: number;
}

/** One side of a call as a person may see it and PostgreSQL keep it. */
export const shownSide = (said: Said, secrets: readonly string[]): CallSide => {
  const headers = lowerCased(said.headers);
  const whole = bodyText(said, headers['content-type'] ?? '');
  const shown = whole === undefined ? undefined : cut(storable(redact(whole, secrets)));
  return {
    headers: Object.fromEntries(
      Object.entries(headers)
        .slice(0, MAX_HEADERS)
        .map(([name, value]) => [
          storable(name),
          HARMLESS.test(name) && !SECRET_NAME.test(name)
            ? storable(shorten(redact(withoutQuery(name, value), secrets)))
            : MASK,
        ]),
    ),
    sizeBytes: said.body.length,
    ...shown,
  };
};

const lowerCased = (headers: Said['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      // Nothing here may break the call.
      value === undefined ? [] : [[name.toLowerCase(), String(value)]],
    ),
  );

// An address that is redirected to may carry a ticket.
const withoutQuery = (name: string, value: string) =>
  name.endsWith('location') ? value.replace(/[?#].*$/s, '') : value;

/**
 * JSON and forms, with what their names call secret masked, and the words of a refusal. A plain text that is no refusal is
 * left out, because some systems answer with a bare token; so is all XML and binary, because that is where documents are.
 */
const bodyText = ({ body, status = 0 }: Said, type: string): string | undefined => {
  if (body.length === 0 || body.length > MAX_READ_BYTES) return undefined;
  if (/[/+]json\b/i.test(type)) return maskedJson(decoded(body));
  if (/x-www-form-urlencoded/i.test(type)) return maskedForm(decoded(body));
  return status >= 400 && /^text\/(plain|html)\b/i.test(type) ? decoded(body) : undefined;
};

const decoded = (body: Uint8Array): string => new TextDecoder().decode(body);

const maskedJson = (text: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(text.replace(LONG_NUMBER, quoted), mask);
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined;
  } catch {
    return undefined;
  }
};

// A number that a float would change is shown as it came.
const quoted = (token: string): string => (token.startsWith('"') ? token : `"${token}"`);

const mask = (name: string, value: unknown): unknown => {
  if (SECRET_NAME.test(name) && value !== null && value !== '') return MASK;
  return typeof value === 'string' ? shorten(value) : value;
};

const maskedForm = (text: string): string =>
  [...new URLSearchParams(text)]
    .map(([name, value]) => [name, SECRET_NAME.test(name) || SECRET_IN_FORM.test(name) ? MASK : shorten(value)])
    .map((pair) => pair.join('='))
    .join('&');

/** A long text inside is a file, a letter or a key: its beginning tells which. */
const shorten = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, BEGINNING)}… (${text.length})`;

const cut = (text: string): Pick<CallSide, 'body' | 'isCut'> => {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= MAX_SHOWN_BYTES) return { body: text };
  const beginning = new TextDecoder().decode(bytes.subarray(0, MAX_SHOWN_BYTES));
  return { body: beginning.replace(/\uFFFD$/, ''), isCut: true };
};

/** PostgreSQL takes neither a zero byte nor half of a surrogate pair into JSON. */
const storable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '');
