import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People give a version a name and say what it is for. */
export class NameVersions1796000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE scenario_version ADD COLUMN name text, ADD COLUMN comment text');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE scenario_version DROP COLUMN comment, DROP COLUMN name');
  }
}
