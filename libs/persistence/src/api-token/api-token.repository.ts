import { IsNull, type EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { ApiTokenRow } from './api-token.entity.js';

export class ApiTokenRepository {
  constructor(private readonly db: EntityManager) {}

  async add(token: {
    workspaceId: string;
    name: string;
    tokenHash: string;
    scopes: string[];
    createdBy: string;
  }): Promise<string> {
    const id = newId();
    await insertRow(this.db, ApiTokenRow, { id, ...token });
    return id;
  }

  async findByHash(tokenHash: string): Promise<ApiTokenRow | undefined> {
    return (await this.db.findOne(ApiTokenRow, { where: { tokenHash, revokedAt: IsNull() } })) ?? undefined;
  }

  list(workspaceId: string): Promise<ApiTokenRow[]> {
    return this.db.find(ApiTokenRow, { where: { workspaceId }, order: { id: 'DESC' } });
  }

  /** Answers whether there was an unrevoked one. */
  async revoke(workspaceId: string, { id, at }: { id: string; at: Date }): Promise<boolean> {
    const { affected } = await this.db.update(ApiTokenRow, { id, workspaceId, revokedAt: IsNull() }, { revokedAt: at });
    return affected === 1;
  }

  /** Written at most once a minute, so that a busy program does not rewrite its row at every call. */
  async recordUse(id: string, at: Date): Promise<void> {
    await this.db.query(
      `UPDATE api_token SET used_at = $2 WHERE id = $1 AND (used_at IS NULL OR used_at < $2::timestamptz - interval '1 minute')`,
      [id, at],
    );
  }
}
