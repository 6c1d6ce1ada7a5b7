import type { EntityManager } from 'typeorm';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { WorkspaceRow } from './workspace.entity.js';

export interface WorkspaceOfUser {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly role: string;
}

export class WorkspaceRepository {
  constructor(private readonly db: EntityManager) {}

  async add(workspace: { name: string; timeZone?: string }): Promise<string> {
    const id = newId();
    await insertRow(this.db, WorkspaceRow, { id, ...workspace });
    return id;
  }

  async find(id: string): Promise<WorkspaceRow | undefined> {
    return (await this.db.findOne(WorkspaceRow, { where: { id } })) ?? undefined;
  }

  listOfUser(userId: string): Promise<WorkspaceOfUser[]> {
    return this.db.query<WorkspaceOfUser[]>(
      `SELECT w.id, w.name, w.time_zone AS "timeZone", m.role
         FROM membership m JOIN workspace w ON w.id = m.workspace_id
        WHERE m.user_id = $1 ORDER BY w.name, w.id`,
      [userId],
    );
  }
}
