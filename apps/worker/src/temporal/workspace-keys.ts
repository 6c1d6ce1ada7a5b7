import { randomBytes } from 'node:crypto';
import { openSecret, sealSecret, type MasterKey } from '@potok/config';
import type { WorkspaceKeyRepository } from '@potok/persistence/engine';

export interface DataKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const contextOf = (workspaceId: string) => `workspace-key:${workspaceId}`;

/** Each workspace's own data keys, opened once and kept; the first is made when it is first needed. */
export class WorkspaceKeys {
  private readonly known = new Map<string, Promise<readonly DataKey[]>>();

  constructor(
    private readonly rows: WorkspaceKeyRepository,
    private readonly masters: readonly MasterKey[],
  ) {}

  /** The key that seals now. */
  async current(workspaceId: string): Promise<DataKey> {
    const [key] = await this.keysOf(workspaceId);
    if (key === undefined) throw new Error(`WORKSPACE_KEY_MISSING ${workspaceId}`);
    return key;
  }

  /** The key with which something was sealed. */
  async find(workspaceId: string, id: string): Promise<DataKey | undefined> {
    return (
      (await this.keysOf(workspaceId)).find((key) => key.id === id) ??
      (await this.reload(workspaceId)).find((key) => key.id === id)
    );
  }

  private keysOf(workspaceId: string): Promise<readonly DataKey[]> {
    const known = this.known.get(workspaceId);
    return known ?? this.reload(workspaceId);
  }

  private reload(workspaceId: string): Promise<readonly DataKey[]> {
    const loading = this.load(workspaceId).catch((error: unknown) => {
      this.known.delete(workspaceId);
      throw error;
    });
    this.known.set(workspaceId, loading);
    return loading;
  }

  private async load(workspaceId: string): Promise<readonly DataKey[]> {
    const found = await this.rows.list(workspaceId);
    if (found.length > 0) {
      return found.map((row) => ({
        id: row.key_id,
        bytes: openSecret(row.sealed, this.masters, contextOf(workspaceId)),
      }));
    }
    await this.rows.addFirst(workspaceId, {
      keyId: randomBytes(4).toString('hex'),
      sealed: sealSecret(randomBytes(32), this.masters, contextOf(workspaceId)),
    });
    return this.load(workspaceId);
  }
}
