import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { IdPipe } from '../server/id.pipe.js';

/** Something of a scenario, as the address names it. */
export interface Inner {
  readonly scenarioId: string;
  readonly id: string;
}

/** `@TheInner('versionId')`: both ids of `scenarios/:id/versions/:versionId`, checked. */
export const TheInner = createParamDecorator((name: string, context: ExecutionContext): Inner => {
  const params = context.switchToHttp().getRequest<FastifyRequest>().params as Readonly<Record<string, string>>;
  const pipe = new IdPipe();
  return { scenarioId: pipe.transform(params.id ?? ''), id: pipe.transform(params[name] ?? '') };
});
