import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumns, secureTenantTable } from './tenant.js';

/**
 * What steps asked of outside systems. Beside `step` and not in it, because a segment reads all its steps when it begins. A
 * row a step, so that one write of a segment costs one row however often the step has called.
 */
export class AddStepCalls1795000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE step_calls (
        run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
        node_id text NOT NULL,
        visit text NOT NULL,
        workspace_id uuid NOT NULL,
        calls jsonb NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (run_id, node_id, visit)
      );
      -- Rows come in order of time, so that a small index finds the old ones.
      CREATE INDEX ix_step_calls_at ON step_calls USING brin (at);
    `);
    await secureTenantTable(db, 'step_calls', 'SELECT, INSERT, UPDATE');
    await openColumns(db, 'step_calls', { role: 'potok_relay', grants: 'SELECT (run_id, node_id, visit, at), DELETE' });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE step_calls');
  }
}
