import { LessThan, type EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { SignInAttemptRow } from './sign-in-attempt.entity.js';

export class SignInAttemptRepository {
  constructor(private readonly db: EntityManager) {}

  async add(attempt: { email: string; address: string; isSuccess: boolean; at: Date }): Promise<void> {
    await insertRow(this.db, SignInAttemptRow, { id: newId(), ...attempt, email: attempt.email.toLowerCase() });
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
