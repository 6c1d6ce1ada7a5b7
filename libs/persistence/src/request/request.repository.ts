import type { EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { RequestRow } from './request.entity.js';
import type { RequestKind } from './request-kind.js';

export class RequestRepository {
  constructor(private readonly db: EntityManager) {}

  /** The worker is told when the transaction commits. The id may be taken before, when something is sealed for it. */
  async add(request: {
    id?: string;
    workspaceId: string;
    kind: RequestKind;
    body: Record<string, unknown>;
    createdBy: NamedActor;
    expiresAt: Date;
  }): Promise<string> {
    const id = request.id ?? newId();
    await insertRow(this.db, RequestRow, { ...request, id });
    await this.db.query(`SELECT pg_notify('potok_request', $1)`, [id]);
    return id;
  }

  async find(id: string): Promise<RequestRow | undefined> {
    return (await this.db.findOne(RequestRow, { where: { id } })) ?? undefined;
  }
}
