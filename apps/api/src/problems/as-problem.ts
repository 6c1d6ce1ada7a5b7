import { HttpException } from '@nestjs/common';
import type { Problem } from '@potok/contracts';
import { isDatabaseDown, isUnstorable } from './is-database-down.js';
import { Refusal, type FieldError, type RefusalKind } from './refusal.js';
import { sentenceOf, type Language, type ProblemCode } from './texts.js';

const STATUS = {
  invalid: 400,
  'unknown-caller': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'not-publishable': 422,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

/** What Fastify and Nest throw themselves, by status. */
const BY_STATUS: Readonly<Record<number, readonly [RefusalKind, ProblemCode]>> = {
  400: ['invalid', 'BODY_MALFORMED'],
  404: ['not-found', 'ROUTE_NOT_FOUND'],
  413: ['too-large', 'BODY_TOO_LARGE'],
  415: ['invalid', 'BODY_TYPE'],
};

const statusOf = (error: unknown): number | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof HttpException) return error.getStatus();
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
};

/** Every thrown value as one of our refusals; `undefined` is our own bug. */
const asRefusal = (error: unknown, request: { method: string; path: string }): Refusal | undefined => {
  if (error instanceof Refusal) return error;
  if (isDatabaseDown(error)) return new Refusal('unavailable', 'DATABASE_DOWN');
  if (isUnstorable(error)) return new Refusal('invalid', 'TEXT_UNSTORABLE');
  const status = statusOf(error);
  if (status === undefined || status >= 500) return undefined;
  const [kind, code] = BY_STATUS[status] ?? (['invalid', 'REQUEST_WRONG'] as const);
  return new Refusal(kind, code, { facts: { ...request, limit: '6 МБ' } });
};

const shown = (error: FieldError, language: Language) => ({
  field: error.field,
  code: error.code,
  detail: 'detail' in error ? error.detail : sentenceOf(error.code, error.facts, language),
  ...(error.node === undefined ? {} : { node: error.node }),
});

const inTheWay = (refusal: Refusal | undefined): Pick<Problem, 'facts'> =>
  refusal?.kind === 'conflict' ? { facts: refusal.facts } : {};

/** An error as RFC 9457 problem details. Nothing of SQL, bodies or stacks goes out. */
export const asProblem = (
  error: unknown,
  request: { readonly method: string; readonly path: string; readonly language: Language; readonly traceId: string },
): Problem => {
  const { language, traceId } = request;
  const refusal = asRefusal(error, { method: request.method, path: request.path });
  const code = refusal?.code ?? 'INTERNAL';
  return {
    type: `urn:potok:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: code,
    status: refusal === undefined ? 500 : STATUS[refusal.kind],
    code,
    detail: sentenceOf(code, refusal?.facts ?? { traceId }, language),
    ...(refusal?.field === undefined ? {} : { field: refusal.field }),
    ...(refusal?.errors === undefined ? {} : { errors: refusal.errors.map((one) => shown(one, language)) }),
    ...inTheWay(refusal),
    traceId,
  };
};
