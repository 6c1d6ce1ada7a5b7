import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which file of the operator's a receipt answers: one of ours for each, however often it is tried. */
export class NameAnsweredEntity1795000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE document_title ADD COLUMN answers text;
      CREATE UNIQUE INDEX ux_document_title_answers ON document_title (document_id, role, answers) WHERE answers IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE document_title DROP COLUMN answers`);
  }
}
