import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.js';
import { IdPipe } from '../server/id.pipe.js';

export interface Start {
  readonly scenarioId: string;
  readonly idempotencyKey?: string;
}

/** `Idempotency-Key` is kept as it came: printable Latin characters, 1 to 200 of them. */
export const TheStart = createParamDecorator((_data: unknown, context: ExecutionContext): Start => {
  const { headers, params } = context.switchToHttp().getRequest<FastifyRequest>();
  const scenarioId = new IdPipe().transform((params as { id: string }).id);
  const key = headers['idempotency-key'];
  if (key === undefined) return { scenarioId };
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return { scenarioId, idempotencyKey: key };
  throw new Refusal('invalid', 'IDEMPOTENCY_KEY_WRONG', { field: 'Idempotency-Key' });
});
