import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything within an item of a for-each is a range of visits, and the primary key of `step` and the unique one of `wait` find
 * ranges, but only when the order of texts is that of their bytes, whatever the database's own collation is.
 */
export class OrderVisitsByBytes1795000000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE step ALTER COLUMN visit TYPE text COLLATE "C";
      ALTER TABLE wait ALTER COLUMN visit TYPE text COLLATE "C";
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE step ALTER COLUMN visit TYPE text COLLATE "default";
      ALTER TABLE wait ALTER COLUMN visit TYPE text COLLATE "default";
    `);
  }
}
