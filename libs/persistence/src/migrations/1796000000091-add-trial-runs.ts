import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Trial runs of a draft. Their version takes no number (0), their documents share no number with real ones, and they act only on
 * accounts that are marked as a test contour.
 */
export class AddTrialRuns1796000000091 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE connection ADD COLUMN is_test boolean NOT NULL DEFAULT false;
      ALTER TABLE scenario_version ADD COLUMN kind text NOT NULL DEFAULT 'published' CHECK (kind IN ('published', 'trial'));
      ALTER TABLE scenario_version DROP CONSTRAINT scenario_version_scenario_id_number_key;
      CREATE UNIQUE INDEX ux_version_number ON scenario_version (scenario_id, number) WHERE kind = 'published';
      CREATE INDEX ix_version_trial ON scenario_version (scenario_id, plan_hash) WHERE kind = 'trial';
      ALTER TABLE document ADD COLUMN is_trial boolean NOT NULL DEFAULT false;
      DROP INDEX ux_document_number;
      CREATE UNIQUE INDEX ux_document_number ON document (organization_id, kind, number, date, revision, is_trial);
    `);
  }

  /** Trials go: what is left could not be told from real runs and documents. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM document WHERE is_trial;
      DELETE FROM run WHERE mode = 'trial';
      DELETE FROM scenario_version WHERE kind = 'trial';
      DROP INDEX ux_document_number;
      CREATE UNIQUE INDEX ux_document_number ON document (organization_id, kind, number, date, revision);
      ALTER TABLE document DROP COLUMN is_trial;
      DROP INDEX ux_version_number;
      ALTER TABLE scenario_version DROP COLUMN kind;
      ALTER TABLE scenario_version ADD CONSTRAINT scenario_version_scenario_id_number_key UNIQUE (scenario_id, number);
      ALTER TABLE connection DROP COLUMN is_test;
    `);
  }
}
