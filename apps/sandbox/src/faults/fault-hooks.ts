import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { FaultAnswer, StandIn } from '../server/stand-in.js';
import type { FaultBoard } from './fault-board.js';
import { TRANSPORT_FAULTS, type ArmedFault, type FaultKind } from './fault.js';

const LOGIN_PAGE =
  '<!doctype html><html lang="ru"><head><title>Вход</title></head><body><h1>Вход</h1>' +
  '<form method="post" action="/login"><input name="login"><input name="password" type="password"></form></body></html>';
const DEFAULT_DELAY_MS = 3000;
const DEFAULT_RETRY_AFTER_SEC = 5;
const DEFAULT_REFUSAL = 402;

/** Makes every route of the scope subject to the armed faults of the stand-in. */
export const playFaults = (scope: FastifyInstance, standIn: StandIn, board: FaultBoard): void => {
  const met = new WeakMap<FastifyRequest, ArmedFault>();
  scope.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (path.toLowerCase().startsWith(`/${standIn.id}/page/`)) return undefined;
    const fault = board.take({ system: standIn.id, method: request.method, path }, TRANSPORT_FAULTS);
    if (!fault) return undefined;
    met.set(request, fault);
    return BEFORE[fault.kind]?.({ fault, standIn, reply });
  });
  scope.addHook('onSend', async (request, reply, payload) => {
    const fault = met.get(request);
    return fault ? after({ fault, standIn, reply }, payload) : payload;
  });
};

interface Meeting {
  readonly fault: ArmedFault;
  readonly standIn: StandIn;
  readonly reply: FastifyReply;
}

/** What happens instead of the handler, or before it; a returned reply ends the request. */
const BEFORE: Partial<Record<FaultKind, (meeting: Meeting) => Promise<FastifyReply | undefined>>> = {
  latency: async ({ fault }) => {
    await sleep(fault.delayMs ?? DEFAULT_DELAY_MS);
    return undefined;
  },
  'too-many-requests': (meeting) => refuse(429, meeting),
  'server-error': (meeting) => refuse(500, meeting),
  unavailable: (meeting) => refuse(503, meeting),
  refusal: (meeting) => refuse(meeting.fault.status ?? DEFAULT_REFUSAL, meeting),
  hang: async ({ reply }) => reply.hijack(),
  'refuse-connection': async ({ reply }) => {
    reply.raw.destroy();
    return reply.hijack();
  },
  'login-page': async ({ reply }) => reply.code(200).type('text/html; charset=utf-8').send(LOGIN_PAGE),
};

const plainAnswer = (status: number): FaultAnswer => ({
  contentType: 'text/plain; charset=utf-8',
  body: `Sandbox fault ${status}`,
});

const refuse = async (status: number, { fault, standIn, reply }: Meeting): Promise<FastifyReply> => {
  const answer = standIn.faultAnswer?.(status) ?? plainAnswer(status);
  const wantsRetryAfter = fault.kind === 'too-many-requests' || fault.retryAfterSec !== undefined;
  if (wantsRetryAfter) void reply.header('retry-after', String(fault.retryAfterSec ?? DEFAULT_RETRY_AFTER_SEC));
  return reply
    .code(status)
    .headers(answer.headers ?? {})
    .type(answer.contentType)
    .send(answer.body);
};

/** What happens to a ready answer. The handler has done its work by now. */
const after = (meeting: Meeting, payload: unknown): unknown => AFTER[meeting.fault.kind]?.(meeting, payload) ?? payload;

const AFTER: Partial<Record<FaultKind, (meeting: Meeting, payload: unknown) => unknown>> = {
  'accept-then-fail': (meeting) => failAfterAll(meeting),
  'late-answer': async ({ fault }, payload) => {
    await sleep(fault.delayMs ?? DEFAULT_DELAY_MS);
    return payload;
  },
  'drop-answer': ({ reply }, payload) => {
    reply.raw.destroy();
    return payload;
  },
  'wrong-content-type': ({ reply }, payload) => {
    void reply.header('content-type', 'text/html; charset=utf-8');
    return payload;
  },
  'half-body': ({ reply }, payload) => halfOf(payload, reply),
  'slow-drip': ({ fault, reply }, payload) => dripOf(payload, reply, fault.delayMs ?? DEFAULT_DELAY_MS),
};

/** The work is done, and yet the caller hears of a failure. */
const failAfterAll = ({ standIn, reply }: Meeting): string => {
  const { body, contentType } = standIn.faultAnswer?.(500) ?? plainAnswer(500);
  void reply.code(500).removeHeader('content-length').type(contentType);
  return body;
};

/** Announces the whole length, sends half of it and closes the connection. */
const halfOf = (payload: unknown, reply: FastifyReply): unknown => {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const whole = Buffer.from(payload);
  void reply.header('content-length', String(whole.length));
  const parts = async function* () {
    yield whole.subarray(0, Math.floor(whole.length / 2));
    await sleep(20);
    reply.raw.destroy();
  };
  return Readable.from(parts());
};

const DROPS = 10;

/** The whole answer, in ten drops over the time of the fault. */
const dripOf = (payload: unknown, reply: FastifyReply, overMs: number): unknown => {
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const whole = Buffer.from(payload);
  void reply.header('content-length', String(whole.length));
  const parts = async function* () {
    for (let drop = 0; drop < DROPS; drop += 1) {
      await sleep(overMs / DROPS);
      yield whole.subarray(at(whole, drop), at(whole, drop + 1));
    }
  };
  return Readable.from(parts());
};

const at = ({ length }: Buffer, drop: number): number => Math.floor((length * drop) / DROPS);
