import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.js';
import { IdPipe } from '../server/id.pipe.js';

/** Which draft is saved, and whether the answer is the revision alone (`?view=saved`). */
export interface Save {
  readonly id: string;
  readonly view: 'saved' | undefined;
}

export const TheSave = createParamDecorator((_data: unknown, context: ExecutionContext): Save => {
  const { params, query } = context.switchToHttp().getRequest<FastifyRequest>();
  const id = new IdPipe().transform((params as { id: string }).id);
  const { view } = query as { view?: string };
  if (view !== undefined && view !== 'saved')
    throw new Refusal('invalid', 'FIELD_ONE_OF', { field: '/view', facts: { field: 'view', limit: 'saved' } });
  return { id, view };
});
