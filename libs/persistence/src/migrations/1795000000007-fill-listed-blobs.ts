import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A blob that a folder or S3 held may come into the table, when the installation moves to PostgreSQL. */
export class FillListedBlobs1795000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('GRANT UPDATE (bytes) ON blob TO potok_app');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('REVOKE UPDATE (bytes) ON blob FROM potok_app');
  }
}
