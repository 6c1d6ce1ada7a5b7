import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTenantTable } from './tenant.js';

/** Saved sets of data, over which a drawing is tried. */
export class AddScenarioSamples1796000000080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scenario_sample (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        scenario_id uuid NOT NULL REFERENCES scenario ON DELETE CASCADE,
        name text NOT NULL,
        source text NOT NULL CHECK (source IN ('manual', 'run', 'delivery', 'template')),
        -- { trigger, steps }; json and not jsonb: what a person wrote stays as it was written.
        data json NOT NULL,
        updated_by jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT ux_scenario_sample_name UNIQUE (scenario_id, name)
      );
    `);
    await secureTenantTable(db, 'scenario_sample');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE scenario_sample');
  }
}
