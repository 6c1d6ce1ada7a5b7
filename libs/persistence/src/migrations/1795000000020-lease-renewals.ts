import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who renews the secrets of a connection just now: a refresh token that rotates may be used once. */
export class LeaseRenewals1795000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE connection ADD COLUMN renewed_by text, ADD COLUMN renewed_until timestamptz`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE connection DROP COLUMN renewed_by, DROP COLUMN renewed_until`);
  }
}
