import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of which the engine takes single rows, by id, out of very many. */
const TABLES = ['run', 'inbox', 'wait'] as const;
const OURS = `workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid`;

/**
 * The engine finds rows by their ids; whose they are is looked at in the row. As an index condition the policy tempted the planner to
 * read all rows of a workspace that it took for small: a new one, or any in the first minutes of a database. Lists name their
 * workspace themselves (`OF_THIS_WORKSPACE`).
 *
 * A run's status changes four times while it goes on: no index may hold it, or each change is written to every index. How it ended is
 * written once, and has an index of its own.
 */
export class FindRowsById1795000000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of TABLES) await db.query(`ALTER POLICY tenant ON ${table} USING ((${OURS}) IS TRUE)`);
    await db.query(`
      ALTER TABLE run ADD COLUMN ended_as text GENERATED ALWAYS AS (CASE WHEN ended_at IS NOT NULL THEN status END) STORED;
      ALTER TABLE run SET (fillfactor = 60);
      DROP INDEX ix_run_status;
      CREATE INDEX ix_run_ended_as ON run (workspace_id, ended_as, id) WHERE ended_as IS NOT NULL;
      CREATE INDEX ix_run_open ON run (workspace_id, id) WHERE ended_at IS NULL;
      CREATE INDEX ix_run_open_of_scenario ON run (scenario_id) WHERE ended_at IS NULL;
      CREATE INDEX ix_binding_newest ON binding (version_id, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX ix_binding_newest;
      DROP INDEX ix_run_open_of_scenario;
      DROP INDEX ix_run_open;
      DROP INDEX ix_run_ended_as;
      CREATE INDEX ix_run_status ON run (workspace_id, status, id);
      ALTER TABLE run RESET (fillfactor);
      ALTER TABLE run DROP COLUMN ended_as;
    `);
    for (const table of TABLES) await db.query(`ALTER POLICY tenant ON ${table} USING (${OURS})`);
  }
}
