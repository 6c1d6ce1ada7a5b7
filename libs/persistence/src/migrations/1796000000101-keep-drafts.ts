import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTenantTable } from './tenant.js';

/** A draft that was never published is kept before a version takes its place. */
export class KeepDrafts1796000000101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scenario_draft_copy (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        scenario_id uuid NOT NULL REFERENCES scenario ON DELETE CASCADE,
        draft jsonb NOT NULL,
        binding jsonb NOT NULL,
        -- The revision that it was.
        revision integer NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        kept_by jsonb NOT NULL
      );
      CREATE INDEX ix_scenario_draft_copy ON scenario_draft_copy (scenario_id, id);
    `);
    await secureTenantTable(db, 'scenario_draft_copy', 'SELECT, INSERT, DELETE');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE scenario_draft_copy');
  }
}
