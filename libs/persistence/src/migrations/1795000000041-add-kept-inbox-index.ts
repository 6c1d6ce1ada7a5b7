import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events of an operator that were kept or put off because their document was unknown are found when it becomes known. */
export class AddKeptInboxIndex1795000000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX ix_inbox_of_message ON inbox (workspace_id, (body ->> 'messageId')) WHERE status IN ('new', 'kept') AND source = 'operator'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_inbox_of_message');
  }
}
