import type { QueryRunner } from 'typeorm';

/**
 * Puts a table of a client under row-level security: `potok_app` sees and writes the rows of the workspace that its
 * transaction names (`app.workspace_id`), and no others. `nullif`: after a first transaction the setting is '' and not null.
 */
export const secureTenantTable = async (db: QueryRunner, table: string, grants = 'SELECT, INSERT, UPDATE, DELETE') => {
  await db.query(`
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON ${table} TO potok_app
      USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
      WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
    GRANT ${grants} ON ${table} TO potok_app;
  `);
};

/** Lets a role without a workspace see all rows of a table, but only these columns. */
export const openColumns = async (
  db: QueryRunner,
  table: string,
  { role, grants }: { role: string; grants: string },
) => {
  await db.query(
    `CREATE POLICY ${role} ON ${table} TO ${role} USING (true) WITH CHECK (true); GRANT ${grants} ON ${table} TO ${role};`,
  );
};
