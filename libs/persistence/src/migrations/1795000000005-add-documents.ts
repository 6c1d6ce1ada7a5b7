import type { MigrationInterface, QueryRunner } from 'typeorm';
import { secureTenantTable } from './tenant.js';

/** Own organizations, certificates, counterparties, number series, documents, titles, history, blobs. */
export class AddDocuments1795000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organization (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('legal', 'sole-trader')),
        name text NOT NULL,
        inn text NOT NULL,
        kpp text,
        ogrn text,
        ogrn_date date,
        person jsonb,
        address jsonb,
        bank jsonb,
        tax_regime text NOT NULL,
        time_zone text NOT NULL DEFAULT 'Europe/Moscow',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        archived_at timestamptz
      );
      CREATE UNIQUE INDEX ux_organization_inn ON organization (workspace_id, inn, coalesce(kpp, '')) WHERE archived_at IS NULL;

      CREATE TABLE organization_box (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        connection_id uuid NOT NULL REFERENCES connection,
        system text NOT NULL,
        box_id text NOT NULL,
        fns_participant_id text NOT NULL,
        UNIQUE (workspace_id, system, box_id)
      );

      CREATE TABLE certificate (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        person jsonb NOT NULL,
        position text,
        inn text,
        thumbprint text NOT NULL,
        der bytea NOT NULL,
        not_before timestamptz NOT NULL,
        not_after timestamptz NOT NULL,
        provider text NOT NULL,
        is_test boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        removed_at timestamptz,
        UNIQUE (workspace_id, thumbprint)
      );

      CREATE TABLE signing_key (
        certificate_id uuid PRIMARY KEY REFERENCES certificate ON DELETE CASCADE,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        sealed bytea NOT NULL
      );

      CREATE TABLE counterparty (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        inn text NOT NULL,
        kpp text,
        name text NOT NULL,
        facts jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX ux_counterparty_inn ON counterparty (workspace_id, inn, coalesce(kpp, ''));

      CREATE TABLE number_series (
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
        kind text NOT NULL,
        year integer NOT NULL,
        prefix text NOT NULL DEFAULT '',
        next_number bigint NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, kind, year)
      );

      CREATE TABLE document (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        organization_id uuid NOT NULL REFERENCES organization,
        counterparty_id uuid NOT NULL REFERENCES counterparty,
        kind text NOT NULL,
        document_function text NOT NULL,
        number text NOT NULL,
        date date NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        key text NOT NULL,
        total numeric(20, 2) NOT NULL,
        vat numeric(20, 2) NOT NULL,
        content jsonb NOT NULL,
        run_id uuid,
        deal_id text,
        is_test_signature boolean NOT NULL DEFAULT false,
        delivery text NOT NULL DEFAULT 'draft',
        answer text NOT NULL DEFAULT 'none',
        annulment text NOT NULL DEFAULT 'none',
        correction text NOT NULL DEFAULT 'none',
        headline text NOT NULL DEFAULT 'draft',
        reason text,
        answered_at timestamptz,
        exported_at timestamptz,
        paid_at timestamptz,
        archived_at timestamptz,
        system text,
        connection_id uuid,
        box_id text,
        message_id text,
        entity_id text,
        discarded_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (workspace_id, key)
      );
      CREATE UNIQUE INDEX ux_document_number ON document (organization_id, kind, number, date, revision);
      CREATE UNIQUE INDEX ux_document_operator ON document (workspace_id, box_id, message_id, entity_id) WHERE message_id IS NOT NULL;
      CREATE INDEX ix_document_list ON document (workspace_id, id);
      CREATE INDEX ix_document_run ON document (run_id);
      CREATE INDEX ix_document_number ON document (workspace_id, number);

      CREATE TABLE document_title (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        role text NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        size_bytes integer NOT NULL,
        signature_sha256 text,
        signature_size_bytes integer,
        signer jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (document_id, role, file_name)
      );

      CREATE TABLE document_event (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        source text NOT NULL,
        event_key text NOT NULL,
        facts jsonb NOT NULL DEFAULT '{}',
        recorded_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (document_id, event_key)
      );

      CREATE TABLE blob (
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        sha256 text NOT NULL,
        size_bytes integer NOT NULL,
        media_type text NOT NULL,
        -- Absent when the bytes lie in a folder or in S3.
        bytes bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, sha256)
      );
    `);
    for (const table of [
      'organization',
      'organization_box',
      'certificate',
      'signing_key',
      'counterparty',
      'number_series',
      'document',
      'document_title',
    ])
      await secureTenantTable(db, table);
    await secureTenantTable(db, 'document_event', 'SELECT, INSERT');
    await secureTenantTable(db, 'blob', 'SELECT, INSERT');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE blob, document_event, document_title, document, number_series, counterparty, signing_key, certificate, organization_box, organization',
    );
  }
}
