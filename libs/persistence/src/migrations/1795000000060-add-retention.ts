import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumns } from './tenant.js';

/**
 * Technical rows go after a stated time (docs/deploy.md). The relay role finds them by their age and sees nothing of what
 * they say; of a run only whether it has ended. Rows come in order of time, so that small indexes find the old ones.
 */
export class AddRetention1795000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When an attempt last took it.
      ALTER TABLE segment_fence ADD COLUMN at timestamptz NOT NULL DEFAULT now();
      CREATE INDEX ix_segment_fence_at ON segment_fence USING brin (at);
      CREATE INDEX ix_wait_news_at ON wait_news USING brin (at);
      CREATE INDEX ix_request_created ON request USING brin (created_at);
      GRANT DELETE ON request TO potok_relay;
      GRANT SELECT (run_id), UPDATE (status, closed_at) ON wait TO potok_relay;
    `);
    await openColumns(db, 'segment_fence', { role: 'potok_relay', grants: 'SELECT (run_id, launch, at), DELETE' });
    await openColumns(db, 'wait_news', {
      role: 'potok_relay',
      grants: 'SELECT (wait_id, inbox_id, at, is_taken), DELETE',
    });
    await openColumns(db, 'run', { role: 'potok_relay', grants: 'SELECT (id, ended_at)' });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP POLICY potok_relay ON run;
      REVOKE SELECT (id, ended_at) ON run FROM potok_relay;
      DROP POLICY potok_relay ON wait_news;
      REVOKE SELECT (wait_id, inbox_id, at, is_taken), DELETE ON wait_news FROM potok_relay;
      DROP POLICY potok_relay ON segment_fence;
      REVOKE SELECT (run_id, launch, at), DELETE ON segment_fence FROM potok_relay;
      REVOKE SELECT (run_id), UPDATE (status, closed_at) ON wait FROM potok_relay;
      REVOKE DELETE ON request FROM potok_relay;
      DROP INDEX ix_request_created;
      DROP INDEX ix_wait_news_at;
      ALTER TABLE segment_fence DROP COLUMN at;
    `);
  }
}
