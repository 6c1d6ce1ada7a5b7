import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumns, secureTenantTable } from './tenant.js';

/** What consultants make: keys, connections, scenarios, versions, plans, bindings, endpoints, schedules. */
export class AddScenarios1795000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE workspace_key (
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        key_id text NOT NULL,
        sealed bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, key_id)
      );

      CREATE TABLE connection (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        name text NOT NULL,
        system text NOT NULL,
        gateways text[] NOT NULL,
        settings jsonb NOT NULL,
        secrets_sealed bytea NOT NULL,
        limit_per_second numeric NOT NULL,
        status text NOT NULL DEFAULT 'unchecked',
        checked_at timestamptz,
        fault jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz
      );
      CREATE INDEX ix_connection_workspace ON connection (workspace_id);

      CREATE TABLE connection_snapshot (
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
        kind text NOT NULL,
        hash text NOT NULL,
        body jsonb NOT NULL,
        taken_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (connection_id, kind)
      );

      CREATE TABLE connection_bucket (
        connection_id uuid PRIMARY KEY REFERENCES connection ON DELETE CASCADE,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        tokens double precision NOT NULL,
        -- What the last lease was given.
        granted integer NOT NULL DEFAULT 1,
        refilled_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE plan (
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        hash text NOT NULL,
        plan_format integer NOT NULL,
        skeleton jsonb NOT NULL,
        steps jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, hash)
      );

      CREATE TABLE scenario (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        draft jsonb NOT NULL,
        draft_binding jsonb NOT NULL DEFAULT '{"slots":{},"parameters":{}}',
        draft_revision integer NOT NULL DEFAULT 1,
        published_version_id uuid,
        is_enabled boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      CREATE INDEX ix_scenario_workspace ON scenario (workspace_id);

      CREATE TABLE scenario_version (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        scenario_id uuid NOT NULL REFERENCES scenario ON DELETE CASCADE,
        number integer NOT NULL,
        scenario jsonb NOT NULL,
        plan_hash text NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        published_by jsonb NOT NULL,
        UNIQUE (scenario_id, number),
        FOREIGN KEY (workspace_id, plan_hash) REFERENCES plan (workspace_id, hash)
      );

      CREATE TABLE binding (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        version_id uuid NOT NULL REFERENCES scenario_version ON DELETE CASCADE,
        slots jsonb NOT NULL,
        parameters jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX ix_binding_version ON binding (version_id, created_at);

      CREATE TABLE endpoint (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('hook', 'callback')),
        token text NOT NULL UNIQUE,
        name text NOT NULL DEFAULT '',
        scenario_id uuid REFERENCES scenario ON DELETE CASCADE,
        wait_id uuid,
        proof jsonb NOT NULL DEFAULT '{"kind":"none"}',
        same_as text,
        is_enabled boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX ux_endpoint_hook ON endpoint (scenario_id) WHERE kind = 'hook';
      CREATE UNIQUE INDEX ux_endpoint_wait ON endpoint (wait_id) WHERE kind = 'callback';

      CREATE TABLE endpoint_key (
        endpoint_id uuid PRIMARY KEY REFERENCES endpoint ON DELETE CASCADE,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        sealed bytea NOT NULL
      );

      CREATE TABLE schedule (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        scenario_id uuid NOT NULL UNIQUE REFERENCES scenario ON DELETE CASCADE,
        cron text NOT NULL,
        time_zone text NOT NULL,
        next_at timestamptz NOT NULL,
        is_enabled boolean NOT NULL DEFAULT true
      );
      CREATE INDEX ix_schedule_next ON schedule (next_at) WHERE is_enabled;

      CREATE TABLE cursor (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('operator-box', 'crm-sweep')),
        connection_id uuid NOT NULL REFERENCES connection ON DELETE CASCADE,
        subject text NOT NULL,
        value text,
        is_enabled boolean NOT NULL DEFAULT true,
        next_at timestamptz NOT NULL DEFAULT now(),
        failures integer NOT NULL DEFAULT 0,
        fault jsonb,
        lease_holder text,
        lease_until timestamptz,
        fence bigint NOT NULL DEFAULT 0,
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (kind, connection_id, subject)
      );
      CREATE INDEX ix_cursor_next ON cursor (next_at) WHERE is_enabled;

      CREATE TABLE lease (
        name text PRIMARY KEY,
        holder text NOT NULL,
        fence bigint NOT NULL DEFAULT 1,
        expires_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON lease TO potok_relay;
    `);
    for (const table of [
      'workspace_key',
      'connection',
      'connection_snapshot',
      'connection_bucket',
      'scenario',
      'scenario_version',
      'binding',
      'endpoint',
      'endpoint_key',
      'schedule',
      'cursor',
    ]) {
      await secureTenantTable(db, table);
    }
    await secureTenantTable(db, 'plan', 'SELECT, INSERT');
    await openColumns(db, 'endpoint', { role: 'potok_hook', grants: 'SELECT' });
    await openColumns(db, 'endpoint_key', { role: 'potok_hook', grants: 'SELECT' });
    await openColumns(db, 'schedule', {
      role: 'potok_relay',
      grants: 'SELECT (id, workspace_id, next_at, is_enabled)',
    });
    await openColumns(db, 'cursor', {
      role: 'potok_relay',
      grants:
        'SELECT (id, workspace_id, kind, next_at, is_enabled, lease_holder, lease_until, fence), UPDATE (lease_holder, lease_until, fence)',
    });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE lease, cursor, schedule, endpoint_key, endpoint, binding, scenario_version, scenario, plan,
        connection_bucket, connection_snapshot, connection, workspace_key
    `);
  }
}
