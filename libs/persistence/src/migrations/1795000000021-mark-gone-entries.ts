import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What earlier answers of an account held and the last one does not: scenarios may still name it. */
export class MarkGoneEntries1795000000021 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE connection_snapshot ADD COLUMN gone jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE connection_snapshot DROP COLUMN gone`);
  }
}
