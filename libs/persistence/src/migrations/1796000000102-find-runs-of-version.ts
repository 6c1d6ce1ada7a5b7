import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of a scenario says how many runs each version has had, and leads to their list. */
export class FindRunsOfVersion1796000000102 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX ix_run_version ON run (version_id, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_run_version');
  }
}
