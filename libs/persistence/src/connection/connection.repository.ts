import { In, IsNull, type EntityManager } from 'typeorm';
import { changeRow } from '../change-row.js';
import { insertRow } from '../insert-row.js';
import { ConnectionSnapshotRow } from './connection-snapshot.entity.js';
import { ConnectionRow } from './connection.entity.js';

export interface ConnectionUse {
  readonly connectionId: string;
  readonly scenarioId: string;
  readonly name: string;
}

type Change = Partial<Pick<ConnectionRow, 'name' | 'settings' | 'limitPerSecond' | 'secretsSealed' | 'isTest'>>;

/** Accounts as people see and set them. Secrets go in sealed and never come out here. */
export class ConnectionRepository {
  constructor(private readonly db: EntityManager) {}

  list(): Promise<ConnectionRow[]> {
    return this.db.find(ConnectionRow, { where: { deletedAt: IsNull() }, order: { name: 'ASC', id: 'ASC' } });
  }

  async find(id: string): Promise<ConnectionRow | undefined> {
    return (await this.db.findOne(ConnectionRow, { where: { id, deletedAt: IsNull() } })) ?? undefined;
  }

  listByIds(ids: readonly string[]): Promise<ConnectionRow[]> {
    return this.db.find(ConnectionRow, { where: { id: In([...ids]), deletedAt: IsNull() } });
  }

  /** The id is taken by the caller, because the secrets are sealed for it. */
  async add(
    connection: Pick<
      ConnectionRow,
      'id' | 'workspaceId' | 'name' | 'system' | 'gateways' | 'settings' | 'secretsSealed' | 'limitPerSecond' | 'isTest'
    >,
  ): Promise<void> {
    await insertRow(this.db, ConnectionRow, connection);
  }

  /** What has changed must be checked again. */
  async change(id: string, change: Change): Promise<void> {
    const unchecked = { status: 'unchecked', fault: null, checkedAt: null } as const;
    await changeRow(this.db, ConnectionRow, { id, ...change, ...unchecked, updatedAt: new Date() });
  }

  /** The row stays for the trail and for runs that name it; its secrets go. */
  async remove(id: string, at: Date): Promise<void> {
    await this.db.update(ConnectionRow, { id }, { deletedAt: at, secretsSealed: Buffer.alloc(0) });
    await this.db.query('UPDATE cursor SET is_enabled = false WHERE connection_id = $1', [id]);
  }

  async findSnapshot(connectionId: string, kind: string): Promise<ConnectionSnapshotRow | undefined> {
    return (await this.db.findOne(ConnectionSnapshotRow, { where: { connectionId, kind } })) ?? undefined;
  }

  listSnapshots(connectionIds: readonly string[]): Promise<ConnectionSnapshotRow[]> {
    return this.db.find(ConnectionSnapshotRow, {
      where: { connectionId: In([...connectionIds]) },
      order: { connectionId: 'ASC', kind: 'ASC' },
    });
  }

  /** Accounts of which something is gone that was there before. */
  async listChangedIds(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `SELECT DISTINCT s.connection_id AS id FROM connection_snapshot s JOIN connection c ON c.id = s.connection_id
        WHERE s.gone <> '[]' AND c.deleted_at IS NULL`,
    );
    return rows.map(({ id }) => id);
  }

  /** Which scenarios name which connections: in the draft, in what is published, or in a run that is going. */
  listUses(): Promise<ConnectionUse[]> {
    return this.db.query<ConnectionUse[]>(
      `SELECT DISTINCT slot.value AS "connectionId", s.id AS "scenarioId", s.name
         FROM scenario s
         LEFT JOIN LATERAL (
           SELECT slots FROM binding b WHERE b.version_id = s.published_version_id ORDER BY b.id DESC LIMIT 1
         ) bound ON true,
         LATERAL (
           SELECT value FROM jsonb_each_text(s.draft_binding->'slots')
           UNION SELECT value FROM jsonb_each_text(coalesce(bound.slots, '{}'))
           UNION SELECT pinned.value
                   FROM (SELECT DISTINCT binding_id FROM run r WHERE r.scenario_id = s.id AND r.ended_at IS NULL) open_run
                   JOIN binding b ON b.id = open_run.binding_id, jsonb_each_text(b.slots) pinned
         ) slot
        WHERE s.archived_at IS NULL ORDER BY s.name`,
    );
  }
}
