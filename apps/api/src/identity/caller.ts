import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NamedActor } from '@potok/persistence';
import type { FastifyRequest } from 'fastify';
import { languageOf } from '../problems/language.js';
import { Refusal } from '../problems/refusal.js';
import type { Language } from '../problems/texts.js';

/** `read` sees, `write` changes, `start` starts runs and commands them. */
export const SCOPES = ['read', 'write', 'start'] as const;
export type Scope = (typeof SCOPES)[number];

/** Who calls: a person with a session, or a program with a token of one workspace. */
export type Caller =
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly name: string;
      readonly email: string;
      readonly csrfToken: string;
      readonly sessionHash: string;
    }
  | {
      readonly kind: 'token';
      readonly tokenId: string;
      readonly name: string;
      readonly workspaceId: string;
      readonly scopes: readonly string[];
    };

export interface CalledRequest extends FastifyRequest {
  caller?: Caller;
}

/** A person or a program of theirs: whoever calls has an id. */
export type Person = Exclude<NamedActor, { readonly kind: 'system' }>;

/** Where a call acts and for whom: the guard has checked both. */
export interface Here {
  readonly workspaceId: string;
  readonly who: Person;
  readonly language: Language;
}

export const actorOf = (caller: Caller): Person =>
  caller.kind === 'user'
    ? { kind: 'user', id: caller.userId, name: caller.name }
    : { kind: 'token', id: caller.tokenId, name: caller.name };

const callerOf = (context: ExecutionContext): { caller: Caller; request: CalledRequest } => {
  const request = context.switchToHttp().getRequest<CalledRequest>();
  if (request.caller === undefined) throw new Refusal('unknown-caller', 'SESSION_MISSING');
  return { caller: request.caller, request };
};

export const TheCaller = createParamDecorator((_data: unknown, context: ExecutionContext) => callerOf(context).caller);

export const TheUser = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const { caller } = callerOf(context);
  if (caller.kind !== 'user') throw new Refusal('forbidden', 'TOKEN_USER_ONLY');
  return caller;
});
export type User = Extract<Caller, { kind: 'user' }>;

export const TheHere = createParamDecorator((_data: unknown, context: ExecutionContext): Here => {
  const { caller, request } = callerOf(context);
  const { ws } = request.params as { ws: string };
  return { workspaceId: ws, who: actorOf(caller), language: languageOf(request) };
});
