import { LessThan, type EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { SignInAttemptRow } from './sign-in-attempt.entity.js';

export class SignInAttemptRepository {
  constructor(private readonly db: EntityManager) {}

  /** Counts as a failure until it is known to be a success, so that many at once do not slip through. */
  async begin(attempt: { email: string; address: string; at: Date }): Promise<string> {
    const id = newId();
    await insertRow(this.db, SignInAttemptRow, {
      id,
      ...attempt,
      email: attempt.email.toLowerCase(),
      isSuccess: false,
    });
    return id;
  }

  async recordSuccess(id: string): Promise<void> {
    await this.db.update(SignInAttemptRow, { id }, { isSuccess: true });
  }

  /** An attempt that was not even looked at does not lengthen the wait. */
  async forget(id: string): Promise<void> {
    await this.db.delete(SignInAttemptRow, { id });
  }

  /** Failures since then, by e-mail (counted from its last success) and by address. */
  async countFailures(of: {
    email: string;
    address: string;
    since: Date;
  }): Promise<{ email: number; address: number }> {
    const [row] = await this.db.query<{ email: number; address: number }[]>(
      `SELECT
         (SELECT count(*)::int FROM sign_in_attempt
           WHERE email = $1 AND NOT is_success
             AND at > greatest($3::timestamptz, (SELECT max(at) FROM sign_in_attempt WHERE email = $1 AND is_success))) AS email,
         (SELECT count(*)::int FROM sign_in_attempt WHERE address = $2 AND NOT is_success AND at > $3) AS address`,
      [of.email.toLowerCase(), of.address, of.since],
    );
    return row ?? { email: 0, address: 0 };
  }

  async removeBefore(at: Date): Promise<void> {
    await this.db.delete(SignInAttemptRow, { at: LessThan(at) });
  }
}
