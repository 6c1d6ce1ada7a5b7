import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { RequestView } from '@potok/contracts';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

/** 200 with the worker's answer, 202 while there is none yet. */
@Injectable()
export class PendingInterceptor implements NestInterceptor<RequestView, RequestView> {
  intercept(context: ExecutionContext, next: CallHandler<RequestView>): Observable<RequestView> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap(({ status }) => void reply.status(status === 'done' ? 200 : 202)));
  }
}
