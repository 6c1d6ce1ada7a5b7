import type { EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { MembershipRow } from './membership.entity.js';

export class MembershipRepository {
  constructor(private readonly db: EntityManager) {}

  async add(membership: { userId: string; workspaceId: string; role: string }): Promise<void> {
    await insertRow(this.db, MembershipRow, membership);
  }

  async find(userId: string, workspaceId: string): Promise<MembershipRow | undefined> {
    return (await this.db.findOne(MembershipRow, { where: { userId, workspaceId } })) ?? undefined;
  }
}
