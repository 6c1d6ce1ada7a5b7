import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IdPipe } from '../server/id.pipe.js';

export interface SamplePlace {
  readonly scenarioId: string;
  readonly id: string;
}

/** The scenario and the sample that an address names. */
export const TheSample = createParamDecorator((_data: unknown, context: ExecutionContext): SamplePlace => {
  const { id, sampleId } = context.switchToHttp().getRequest<FastifyRequest>().params as Record<string, string>;
  const pipe = new IdPipe();
  return { scenarioId: pipe.transform(id ?? ''), id: pipe.transform(sampleId ?? '') };
});
