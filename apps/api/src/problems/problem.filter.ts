import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Log } from '@potok/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG } from '../server/tokens.js';
import { asProblem } from './as-problem.js';
import { languageOf } from './language.js';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerWithProblem(error, {
      request: http.getRequest<FastifyRequest>(),
      reply: http.getResponse<FastifyReply>(),
      log: this.log,
    });
  }
}

/** Also for routes outside Nest's pipeline. */
export const answerWithProblem = (
  error: unknown,
  { request, reply, log }: { request: FastifyRequest; reply: FastifyReply; log: Log },
): void => {
  const path = request.url.split('?')[0] ?? '';
  const problem = asProblem(error, {
    method: request.method,
    path,
    language: languageOf(request),
    traceId: request.id,
  });
  // Only its name and code: the object of a failed query holds SQL and its values.
  if (problem.status >= 500) {
    log.error('http.failed', {
      traceId: request.id,
      method: request.method,
      route: routeOf(request),
      ...nameOf(error),
    });
  }
  if (reply.raw.headersSent) {
    reply.raw.end();
    return;
  }
  void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
};

/** The pattern and not the address, which may hold a webhook's token. */
const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? 'unknown';

const nameOf = (error: unknown) => {
  if (typeof error !== 'object' || error === null) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const where = 'stack' in error ? /\n\s+at ([^\n]{1,200})/.exec(String(error.stack))?.[1] : undefined;
  return { error: error.constructor.name, code, where };
};
