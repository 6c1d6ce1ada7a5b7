import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { SessionView } from '@potok/contracts';
import { SessionRepository, SignInAttemptRepository, UserRepository, WorkspaceRepository } from '@potok/persistence';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { CLOCK } from '../server/tokens.js';
import type { User } from './caller.js';
import { isPassword } from './passwords.js';
import { hashOf, newSecret } from './secrets.js';

const MINUTE_MS = 60_000;
export const SESSION_MS = 30 * 24 * 60 * MINUTE_MS;
const PROLONG_AFTER_MS = 10 * MINUTE_MS;
const WINDOW_MS = 15 * MINUTE_MS;
const KEPT_MS = 24 * 60 * MINUTE_MS;
const MAX_FAILURES = { email: 10, address: 50 };

@Injectable()
export class SessionService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers the secret for the cookie, and the session as it is shown. */
  async signIn(order: {
    email: string;
    password: string;
    address: string;
    userAgent: string;
  }): Promise<{ secret: string; view: SessionView }> {
    const at = this.clock.now();
    const attempts = new SignInAttemptRepository(this.db.identity);
    const attemptId = await attempts.begin({ email: order.email, address: order.address, at });
    await this.refuseThrottled(order, { at, attemptId });
    const user = await new UserRepository(this.db.identity).findByEmail(order.email);
    const isRight = await isPassword(order.password, user?.disabledAt === null ? user.passwordHash : undefined);
    if (!isRight || user === undefined) throw new Refusal('unknown-caller', 'SIGN_IN_WRONG', { field: '/password' });
    await attempts.recordSuccess(attemptId);
    await attempts.removeBefore(new Date(at.getTime() - KEPT_MS));
    const secret = newSecret();
    const session = { csrfToken: newSecret(), userId: user.id, userAgent: order.userAgent.slice(0, 300) };
    const sessions = new SessionRepository(this.db.identity);
    await sessions.removeExpired(at);
    await sessions.add({ ...session, tokenHash: hashOf(secret), expiresAt: new Date(at.getTime() + SESSION_MS) });
    return {
      secret,
      view: await this.viewOf({ userId: user.id, email: user.email, name: user.name, csrfToken: session.csrfToken }),
    };
  }

  async findUser(secret: string): Promise<User | undefined> {
    const at = this.clock.now();
    const sessions = new SessionRepository(this.db.identity);
    const found = await sessions.findOpen(hashOf(secret), at);
    if (found === undefined) return undefined;
    if (at.getTime() - found.seenAt.getTime() > PROLONG_AFTER_MS) {
      await sessions.prolong(found.tokenHash, { seenAt: at, expiresAt: new Date(at.getTime() + SESSION_MS) });
    }
    const { userId, userName, email, csrfToken, tokenHash } = found;
    return { kind: 'user', userId, name: userName, email, csrfToken, sessionHash: tokenHash };
  }

  async signOut(user: User): Promise<void> {
    await new SessionRepository(this.db.identity).remove(user.sessionHash);
  }

  async viewOf(user: { userId: string; email: string; name: string; csrfToken: string }): Promise<SessionView> {
    const workspaces = await new WorkspaceRepository(this.db.identity).listOfUser(user.userId);
    return { user: { id: user.userId, email: user.email, name: user.name }, workspaces, csrfToken: user.csrfToken };
  }

  private async refuseThrottled(
    { email, address }: { email: string; address: string },
    { at, attemptId }: { at: Date; attemptId: string },
  ): Promise<void> {
    const attempts = new SignInAttemptRepository(this.db.identity);
    const failures = await attempts.countFailures({ email, address, since: new Date(at.getTime() - WINDOW_MS) });
    if (failures.email <= MAX_FAILURES.email && failures.address <= MAX_FAILURES.address) return;
    await attempts.forget(attemptId);
    throw new Refusal('too-many', 'SIGN_IN_THROTTLED', { facts: { minutes: WINDOW_MS / MINUTE_MS } });
  }
}
