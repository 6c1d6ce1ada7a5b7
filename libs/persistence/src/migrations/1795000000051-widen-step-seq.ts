import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A launch has room for ten thousand steps, so that an integer was full after two hundred thousand launches of one run. */
export class WidenStepSeq1795000000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE step ALTER COLUMN seq TYPE bigint');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE step ALTER COLUMN seq TYPE integer');
  }
}
