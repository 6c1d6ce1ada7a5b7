import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a workspace waits for, in the order of time. A step's index holds only what is to be tried again, and names no status:
 * a status changes with each step, and would be written to the index each time.
 */
export class AddWaitCalendar1796000000120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX ix_wait_calendar ON wait (workspace_id, deadline_at, id) WHERE status = 'open';
      CREATE INDEX ix_step_next_try ON step (workspace_id, next_try_at) WHERE next_try_at IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_step_next_try, ix_wait_calendar');
  }
}
