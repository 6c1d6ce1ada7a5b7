import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openColumns, secureTenantTable } from './tenant.js';

/** What runs: inbox, outbox, runs, steps, fences, waits, requests. */
export class AddEngine1795000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE inbox (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        source text NOT NULL CHECK (source IN ('webhook', 'sweep', 'schedule', 'manual', 'api', 'callback', 'operator', 'person', 'replay')),
        endpoint_id uuid,
        scenario_id uuid,
        connection_id uuid,
        -- Who may repeat whom: an endpoint, a scenario, a box.
        scope text NOT NULL,
        event_key text NOT NULL,
        headers jsonb NOT NULL DEFAULT '{}',
        content_type text NOT NULL DEFAULT 'application/json',
        body jsonb,
        raw bytea,
        size_bytes integer NOT NULL DEFAULT 0,
        received_at timestamptz NOT NULL DEFAULT now(),
        status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'admitted', 'repeat', 'ignored', 'failed', 'kept')),
        reason jsonb,
        run_id uuid,
        replay_of uuid,
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (workspace_id, scope, event_key)
      );
      CREATE INDEX ix_inbox_new ON inbox (next_try_at) WHERE status = 'new';
      CREATE INDEX ix_inbox_list ON inbox (workspace_id, id);

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        run_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('start', 'wake')),
        wake jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX ix_outbox_due ON outbox (next_try_at, id);

      CREATE TABLE run (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        scenario_id uuid NOT NULL,
        version_id uuid NOT NULL,
        binding_id uuid NOT NULL,
        plan_hash text NOT NULL,
        graph text NOT NULL DEFAULT 'main',
        engine integer NOT NULL,
        mode text NOT NULL,
        status text NOT NULL,
        started_by text NOT NULL,
        inbox_id uuid,
        same_as text,
        origin_run_id uuid NOT NULL,
        of_run_id uuid,
        of_document_id uuid,
        again integer NOT NULL DEFAULT 0,
        trigger jsonb NOT NULL,
        deal_id text,
        document_number text,
        counterparty_inn text,
        counterparty_name text,
        waiting jsonb,
        fault jsonb,
        started_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (workspace_id, plan_hash) REFERENCES plan (workspace_id, hash)
      );
      CREATE UNIQUE INDEX ux_run_same_as ON run (workspace_id, scenario_id, same_as) WHERE same_as IS NOT NULL;
      CREATE UNIQUE INDEX ux_run_open_path ON run (workspace_id, of_document_id) WHERE of_document_id IS NOT NULL AND ended_at IS NULL;
      CREATE INDEX ix_run_list ON run (workspace_id, id);
      CREATE INDEX ix_run_status ON run (workspace_id, status, id);
      CREATE INDEX ix_run_scenario ON run (scenario_id, id);
      CREATE INDEX ix_run_deal ON run (workspace_id, deal_id) WHERE deal_id IS NOT NULL;

      CREATE TABLE segment_fence (
        run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
        launch integer NOT NULL,
        workspace_id uuid NOT NULL,
        fence integer NOT NULL,
        PRIMARY KEY (run_id, launch)
      );

      CREATE TABLE step (
        run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
        node_id text NOT NULL,
        visit text NOT NULL,
        workspace_id uuid NOT NULL,
        seq integer NOT NULL,
        status text NOT NULL,
        effect text NOT NULL,
        key text NOT NULL,
        input jsonb,
        output jsonb,
        port text,
        attempt integer NOT NULL DEFAULT 1,
        attempts jsonb NOT NULL DEFAULT '[]',
        fault jsonb,
        undo_fault jsonb,
        next_try_at timestamptz,
        started_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        PRIMARY KEY (run_id, node_id, visit)
      );

      CREATE TABLE wait (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL,
        run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
        node_id text NOT NULL,
        visit text NOT NULL,
        event text NOT NULL,
        key text NOT NULL,
        token text NOT NULL,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'answered', 'closed')),
        deadline_at timestamptz,
        offers jsonb NOT NULL DEFAULT '{}',
        facts jsonb NOT NULL DEFAULT '{}',
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_at timestamptz,
        -- Ordered awake because its time was up by the engine's clock.
        woken_at timestamptz,
        UNIQUE (run_id, node_id, visit)
      );
      CREATE INDEX ix_wait_key ON wait (workspace_id, event, key) WHERE status = 'open';

      CREATE INDEX ix_wait_deadline ON wait (deadline_at) WHERE status = 'open' AND woken_at IS NULL;

      CREATE TABLE wait_news (
        wait_id uuid NOT NULL REFERENCES wait ON DELETE CASCADE,
        inbox_id uuid NOT NULL,
        workspace_id uuid NOT NULL,
        at timestamptz NOT NULL,
        body jsonb,
        is_taken boolean NOT NULL DEFAULT false,
        PRIMARY KEY (wait_id, inbox_id)
      );

      CREATE TABLE request (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        kind text NOT NULL,
        body jsonb NOT NULL,
        status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'done', 'refused')),
        answer jsonb,
        created_by jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        answered_at timestamptz
      );
      CREATE INDEX ix_request_new ON request (created_at) WHERE status = 'new';
    `);
    for (const table of ['inbox', 'outbox', 'run', 'segment_fence', 'step', 'wait', 'wait_news', 'request'])
      await secureTenantTable(db, table);
    await openColumns(db, 'inbox', {
      role: 'potok_hook',
      grants: 'INSERT, SELECT (id, workspace_id, scope, event_key)',
    });
    await openColumns(db, 'inbox', {
      role: 'potok_relay',
      grants: 'SELECT (id, workspace_id, source, status, next_try_at, received_at), UPDATE (next_try_at)',
    });
    await openColumns(db, 'wait', {
      role: 'potok_relay',
      grants: 'SELECT (id, workspace_id, status, deadline_at, woken_at)',
    });
    await openColumns(db, 'outbox', { role: 'potok_relay', grants: 'SELECT, DELETE, UPDATE (attempts, next_try_at)' });
    await openColumns(db, 'request', {
      role: 'potok_relay',
      grants: 'SELECT (id, workspace_id, kind, status, created_at, expires_at)',
    });
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE request, wait_news, wait, step, segment_fence, run, outbox, inbox');
  }
}
