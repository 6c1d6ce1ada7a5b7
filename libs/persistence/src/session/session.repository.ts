import { LessThan, type EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { SessionRow } from './session.entity.js';

export interface OpenSession {
  readonly tokenHash: string;
  readonly csrfToken: string;
  readonly userId: string;
  readonly email: string;
  readonly userName: string;
  readonly seenAt: Date;
}

export class SessionRepository {
  constructor(private readonly db: EntityManager) {}

  async add(session: {
    tokenHash: string;
    userId: string;
    csrfToken: string;
    userAgent: string;
    expiresAt: Date;
  }): Promise<void> {
    await insertRow(this.db, SessionRow, session);
  }

  /** The session with its person, unless it has run out or the person is disabled. */
  async findOpen(tokenHash: string, at: Date): Promise<OpenSession | undefined> {
    const rows = await this.db.query<OpenSession[]>(
      `SELECT s.token_hash AS "tokenHash", s.csrf_token AS "csrfToken", s.seen_at AS "seenAt",
              u.id AS "userId", u.email, u.name AS "userName"
         FROM session s JOIN app_user u ON u.id = s.user_id
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.disabled_at IS NULL`,
      [tokenHash, at],
    );
    return rows[0];
  }

  async prolong(tokenHash: string, { seenAt, expiresAt }: { seenAt: Date; expiresAt: Date }): Promise<void> {
    await this.db.update(SessionRow, { tokenHash }, { seenAt, expiresAt });
  }

  async remove(tokenHash: string): Promise<void> {
    await this.db.delete(SessionRow, { tokenHash });
  }

  async removeOfUser(userId: string): Promise<void> {
    await this.db.delete(SessionRow, { userId });
  }

  async removeExpired(at: Date): Promise<void> {
    await this.db.delete(SessionRow, { expiresAt: LessThan(at) });
  }
}
