import type { Proof } from '@potok/contracts';
import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { EndpointRow } from './endpoint.entity.js';

export class EndpointRepository {
  constructor(private readonly db: EntityManager) {}

  async findHook(scenarioId: string): Promise<EndpointRow | undefined> {
    return (await this.db.findOne(EndpointRow, { where: { scenarioId, kind: 'hook' } })) ?? undefined;
  }

  /**
   * The scenario's one hook. Its token is taken at the first publishing and kept by all later ones, because the outside
   * has been told it.
   */
  async putHook(hook: {
    workspaceId: string;
    scenarioId: string;
    token: string;
    name: string;
    proof: Proof;
    sameAs: string | undefined;
    isEnabled: boolean;
  }): Promise<{ id: string; token: string }> {
    const rows = await this.db.query<{ id: string; token: string }[]>(
      `INSERT INTO endpoint (id, workspace_id, kind, token, name, scenario_id, proof, same_as, is_enabled)
       VALUES ($1, $2, 'hook', $3, $4, $5, $6, $7, $8)
       ON CONFLICT (scenario_id) WHERE kind = 'hook'
       DO UPDATE SET name = excluded.name, proof = excluded.proof, same_as = excluded.same_as, is_enabled = excluded.is_enabled
       RETURNING id, token`,
      [
        newId(),
        hook.workspaceId,
        hook.token,
        hook.name,
        hook.scenarioId,
        JSON.stringify(hook.proof),
        hook.sameAs ?? null,
        hook.isEnabled,
      ],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('ENDPOINT_NOT_WRITTEN');
    return row;
  }

  /** A fresh address that keeps what comes and starts nothing; the one before it is gone. */
  async putTestAddress(of: {
    workspaceId: string;
    scenarioId: string;
    token: string;
    name: string;
    expiresAt: Date;
  }): Promise<void> {
    await this.db.query(
      `INSERT INTO endpoint (id, workspace_id, kind, token, name, scenario_id, expires_at)
       VALUES ($1, $2, 'test', $3, $4, $5, $6)
       ON CONFLICT (scenario_id) WHERE kind = 'test'
       DO UPDATE SET token = excluded.token, name = excluded.name, expires_at = excluded.expires_at`,
      [newId(), of.workspaceId, of.token, of.name, of.scenarioId, of.expiresAt],
    );
  }

  /** `sealed` with the context `endpoint:<id>`. */
  async putKey(workspaceId: string, { endpointId, sealed }: { endpointId: string; sealed: Uint8Array }): Promise<void> {
    await this.db.query(
      `INSERT INTO endpoint_key (endpoint_id, workspace_id, sealed) VALUES ($1, $2, $3)
       ON CONFLICT (endpoint_id) DO UPDATE SET sealed = excluded.sealed`,
      [endpointId, workspaceId, Buffer.from(sealed)],
    );
  }

  async hasKey(endpointId: string): Promise<boolean> {
    const rows = await this.db.query<unknown[]>('SELECT FROM endpoint_key WHERE endpoint_id = $1', [endpointId]);
    return rows.length === 1;
  }

  async setHookEnabled(scenarioId: string, isEnabled: boolean): Promise<void> {
    await this.db.update(EndpointRow, { scenarioId, kind: 'hook' }, { isEnabled });
  }
}
