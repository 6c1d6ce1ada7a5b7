import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumns, secureTenantTable } from './tenant.js';

const TABLES = ['scenario_tab', 'scenario_lock'] as const;
const OURS = 'SELECT (until), DELETE';

/**
 * Who has a scenario open, who edits it, and who saved its draft last. Tabs and locks live for half a minute after the last
 * beat; the relay role sweeps what is over and sees nothing but that. A draft is saved every two seconds: the tally gathers
 * what the trail has not been told yet.
 */
export class AddPresence1796000000110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE scenario ADD COLUMN draft_saved_by jsonb, ADD COLUMN draft_saved_at timestamptz;
      CREATE TABLE scenario_tab (
        scenario_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        tab uuid NOT NULL,
        workspace_id uuid NOT NULL,
        name text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        until timestamptz NOT NULL,
        PRIMARY KEY (scenario_id, actor_id, tab)
      );
      CREATE TABLE scenario_lock (
        scenario_id uuid PRIMARY KEY,
        actor_id uuid NOT NULL,
        tab uuid NOT NULL,
        workspace_id uuid NOT NULL,
        name text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        until timestamptz NOT NULL
      );
      CREATE TABLE draft_tally (
        scenario_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        workspace_id uuid NOT NULL,
        who jsonb NOT NULL,
        told_at timestamptz NOT NULL DEFAULT now(),
        saves integer NOT NULL DEFAULT 0,
        revision integer NOT NULL,
        PRIMARY KEY (scenario_id, actor_id)
      );
    `);
    for (const table of TABLES) {
      await secureTenantTable(db, table);
      await openColumns(db, table, { role: 'potok_relay', grants: OURS });
    }
    await secureTenantTable(db, 'draft_tally');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE draft_tally, scenario_lock, scenario_tab;
      ALTER TABLE scenario DROP COLUMN draft_saved_by, DROP COLUMN draft_saved_at;
    `);
  }
}
