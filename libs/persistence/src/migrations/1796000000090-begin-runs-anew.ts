import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A run that goes over another's steps again: which run it repeats and at which visit it begins. The indexes hold repeats only, so
 * that an ordinary run pays for none of them. Of one first run only one repeat may be open.
 */
export class BeginRunsAnew1796000000090 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE run ADD COLUMN rerun_of uuid, ADD COLUMN begin_at jsonb;
      CREATE INDEX ix_run_reruns ON run (origin_run_id, id) WHERE rerun_of IS NOT NULL;
      CREATE UNIQUE INDEX ux_run_open_rerun ON run (origin_run_id) WHERE rerun_of IS NOT NULL AND ended_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE run DROP COLUMN rerun_of, DROP COLUMN begin_at');
  }
}
