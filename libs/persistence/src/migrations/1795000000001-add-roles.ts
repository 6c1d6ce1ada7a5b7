import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles are cluster-wide, so another database of the same server may have made them. Passwords are set at deployment. */
export class AddRoles1795000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const role of ['potok_app', 'potok_hook', 'potok_relay']) {
      await db.query(`
        DO $$ BEGIN
          CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT USAGE ON SCHEMA public TO ${role};
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    // The roles stay: another database of this server may use them.
    await db.query('REVOKE USAGE ON SCHEMA public FROM potok_app, potok_hook, potok_relay');
  }
}
