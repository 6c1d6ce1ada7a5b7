import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An address of a scenario that keeps what comes for an hour and starts nothing. */
export class AddTestAddresses1796000000081 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE endpoint DROP CONSTRAINT endpoint_kind_check;
      ALTER TABLE endpoint ADD CONSTRAINT endpoint_kind_check CHECK (kind IN ('hook', 'callback', 'test'));
      ALTER TABLE endpoint ADD COLUMN expires_at timestamptz;
      ALTER TABLE endpoint ADD CONSTRAINT endpoint_test_expires CHECK (kind <> 'test' OR expires_at IS NOT NULL);
      CREATE UNIQUE INDEX ux_endpoint_test ON endpoint (scenario_id) WHERE kind = 'test';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM endpoint WHERE kind = 'test';
      DROP INDEX ux_endpoint_test;
      ALTER TABLE endpoint DROP CONSTRAINT endpoint_test_expires;
      ALTER TABLE endpoint DROP COLUMN expires_at;
      ALTER TABLE endpoint DROP CONSTRAINT endpoint_kind_check;
      ALTER TABLE endpoint ADD CONSTRAINT endpoint_kind_check CHECK (kind IN ('hook', 'callback'));
    `);
  }
}
