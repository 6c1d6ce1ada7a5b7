import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workspaces take turns: each one's oldest row is found by an index. News of runs under way are found apart from starts. */
export class TakeTurnsInTheInbox1795000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX ix_inbox_new;
      CREATE INDEX ix_inbox_news ON inbox (workspace_id, next_try_at, id) WHERE status = 'new' AND source IN ('callback', 'operator', 'person');
      CREATE INDEX ix_inbox_starts ON inbox (workspace_id, next_try_at, id) WHERE status = 'new' AND NOT (source IN ('callback', 'operator', 'person'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX ix_inbox_news, ix_inbox_starts;
      CREATE INDEX ix_inbox_new ON inbox (next_try_at) WHERE status = 'new';
    `);
  }
}
