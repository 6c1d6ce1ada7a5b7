import type { EngineDatabase } from './engine-database.js';

export interface SealedKey {
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** The data keys of workspaces, sealed by a master key. */
export class WorkspaceKeyRepository {
  constructor(private readonly db: EngineDatabase) {}

  /** The newest first; all of them open what they once sealed. */
  async list(workspaceId: string): Promise<SealedKey[]> {
    return this.db.query<SealedKey>(workspaceId, {
      name: 'workspace-keys',
      text: 'SELECT key_id, sealed FROM workspace_key WHERE workspace_id = $1 ORDER BY created_at DESC',
      values: [workspaceId],
    });
  }

  /** Adds the first key; when another process was quicker, its key stays. */
  async addFirst(workspaceId: string, key: { readonly keyId: string; readonly sealed: Uint8Array }): Promise<void> {
    await this.db.query(workspaceId, {
      name: 'workspace-key-add',
      text: `INSERT INTO workspace_key (workspace_id, key_id, sealed) SELECT $1, $2, $3
             WHERE NOT EXISTS (SELECT FROM workspace_key WHERE workspace_id = $1) ON CONFLICT DO NOTHING`,
      values: [workspaceId, key.keyId, Buffer.from(key.sealed)],
    });
  }
}
