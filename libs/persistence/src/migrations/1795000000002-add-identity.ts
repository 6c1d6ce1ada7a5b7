import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, sessions, workspaces and memberships: no tenant tables, because they decide who is let in. */
export class AddIdentity1795000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE app_user (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        locale text NOT NULL DEFAULT 'ru',
        created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz
      );
      CREATE UNIQUE INDEX ux_app_user_email ON app_user (lower(email));

      CREATE TABLE session (
        token_hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        csrf_token text NOT NULL,
        user_agent text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX ix_session_user ON session (user_id);

      CREATE TABLE sign_in_attempt (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        address text NOT NULL,
        is_success boolean NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX ix_sign_in_attempt_email ON sign_in_attempt (email, at);
      CREATE INDEX ix_sign_in_attempt_address ON sign_in_attempt (address, at);

      CREATE TABLE workspace (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        time_zone text NOT NULL DEFAULT 'Europe/Moscow',
        created_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE membership (
        user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        role text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, workspace_id)
      );
      CREATE INDEX ix_membership_workspace ON membership (workspace_id);

      CREATE TABLE api_token (
        id uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspace ON DELETE CASCADE,
        name text NOT NULL,
        token_hash text NOT NULL UNIQUE,
        scopes text[] NOT NULL,
        created_by uuid NOT NULL REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX ix_api_token_workspace ON api_token (workspace_id);

      GRANT SELECT, INSERT, UPDATE, DELETE ON app_user, session, sign_in_attempt, workspace, membership, api_token TO potok_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_token, membership, workspace, sign_in_attempt, session, app_user');
  }
}
