import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register's tabs are counted and listed by headline. */
export class AddDocumentHeadlineIndex1795000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'CREATE INDEX ix_document_headline ON document (workspace_id, headline, id) WHERE discarded_at IS NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_document_headline');
  }
}
