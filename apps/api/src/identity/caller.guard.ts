import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ApiConfig } from '@potok/config';
import { MembershipRepository } from '@potok/persistence';
import { isUUID } from 'class-validator';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { CONFIG } from '../server/tokens.js';
import { ApiTokenService } from './api-token.service.js';
import type { CalledRequest, Caller, Scope } from './caller.js';
import { IS_PUBLIC, NEEDED_SCOPE } from './needs.js';
import { isSame } from './secrets.js';
import { sessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who calls, whether the call is meant (CSRF), and whether the caller may enter the workspace. */
@Injectable()
export class CallerGuard implements CanActivate {
  @Inject(CONFIG) private readonly config!: ApiConfig;
  @Inject() private readonly reflector!: Reflector;
  @Inject() private readonly db!: AppDatabase;

  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: ApiTokenService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(IS_PUBLIC, places)) return true;
    const request = context.switchToHttp().getRequest<CalledRequest>();
    const caller = await this.callerOf(request);
    const scope = this.reflector.getAllAndOverride<Scope | undefined>(NEEDED_SCOPE, places);
    refuseScope(caller, scope ?? (SAFE.has(request.method) ? 'read' : 'write'));
    await this.refuseStranger(caller, request.params as { ws?: string });
    request.caller = caller;
    return true;
  }

  private async callerOf(request: CalledRequest): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.tokens.open(authorization);
    const secret = request.cookies[sessionCookie(this.config.publicUrl).name];
    const user = secret === undefined ? undefined : await this.sessions.findUser(secret);
    if (user === undefined) throw new Refusal('unknown-caller', 'SESSION_MISSING');
    if (SAFE.has(request.method)) return user;
    const mark = request.headers['x-csrf-token'];
    if (typeof mark !== 'string' || !isSame(mark, user.csrfToken)) throw new Refusal('forbidden', 'CSRF_WRONG');
    return user;
  }

  /** A workspace that one may not enter is one that does not exist. */
  private async refuseStranger(caller: Caller, { ws }: { ws?: string }): Promise<void> {
    if (ws === undefined) return;
    if (isUUID(ws) && (await this.mayEnter(caller, ws))) return;
    throw new Refusal('not-found', 'WORKSPACE_NOT_FOUND', { facts: { id: ws } });
  }

  private async mayEnter(caller: Caller, workspaceId: string): Promise<boolean> {
    if (caller.kind === 'token') return caller.workspaceId === workspaceId.toLowerCase();
    return (await new MembershipRepository(this.db.identity).find(caller.userId, workspaceId)) !== undefined;
  }
}

const refuseScope = (caller: Caller, scope: Scope) => {
  if (caller.kind === 'user' || caller.scopes.includes(scope)) return;
  throw new Refusal('forbidden', 'TOKEN_SCOPE', { facts: { scope } });
};
