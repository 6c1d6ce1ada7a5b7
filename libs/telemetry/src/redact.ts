/** Facts of a log line: ids, codes, counts, durations. */
export type Facts = Readonly<Record<string, unknown>>;

const SECRET_WORDS = [
  'authorization',
  'body',
  'content',
  'cookie',
  'cookies',
  'credential',
  'credentials',
  'passphrase',
  'password',
  'pin',
  'secret',
  'secrets',
  'signature',
  'token',
  'tokens',
  'xml',
];
const SECRET_PAIRS = ['apikey', 'masterkey', 'privatekey', 'sealedkey', 'sessionkey', 'webhookkey', 'clientid'];
/** `tokenId` or `bodyBytes` names a secret and does not hold it. */
const HARMLESS_ENDS = ['bytes', 'code', 'count', 'id', 'kind', 'ms', 'size'];

const MASK = '[redacted]';
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
const MAX_TEXT = 1_000;

/** The same facts without secrets and documents, cut to what a line can hold. */
export const redact = (facts: Facts): Record<string, unknown> => redactObject(facts, 0);

const redactObject = (value: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([key, inner]) => [key, isSecretName(key) ? MASK : redactValue(inner, depth + 1)]),
  );

const redactValue = (value: unknown, depth: number): unknown => {
  switch (typeof value) {
    case 'string':
      return redactText(value);
    case 'bigint':
    case 'symbol':
    case 'function':
      return String(value).slice(0, MAX_TEXT);
    case 'object':
      return value === null ? null : redactThing(value, depth);
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
  }
};

const redactThing = (value: object, depth: number): unknown => {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (depth > MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item: unknown) => redactValue(item, depth + 1));
  if (isErrorLike(value)) return redactError(value, depth);
  return redactObject(value, depth);
};

// By shape: errors of Node's own modules are of another realm under test runners.
const isErrorLike = (value: object): value is Error => 'message' in value && 'stack' in value;

const redactError = (error: Error, depth: number): Record<string, unknown> => ({
  name: error.name,
  ...('code' in error ? { code: redactValue(error.code, depth + 1) } : {}),
  message: redactText(error.message),
  ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1) }),
});

/** Passwords in addresses, tokens of authorization schemes and query strings also travel inside sentences. */
const redactText = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .replace(/(\w:\/\/)[^\s/@]+@/g, `$1${MASK}@`)
    .replace(/\b(Bearer|Basic|DiadocAuth)\s+[^\s"]+/gi, `$1 ${MASK}`)
    .replace(/([?&](?:access_token|auth|token|password|secret|sign|key)=)[^&\s"]+/gi, `$1${MASK}`);

const isSecretName = (name: string): boolean => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words.join('');
  if (SECRET_PAIRS.some((pair) => joined.includes(pair))) return true;
  return words.some((word) => SECRET_WORDS.includes(word)) && !HARMLESS_ENDS.includes(words.at(-1) ?? '');
};
