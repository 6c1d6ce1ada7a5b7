import type { EntityManager } from 'typeorm';
import { changeRow } from '../change-row.js';
import { insertRow } from '../insert-row.js';
import { newId } from '../new-id.js';
import { WorkspaceRow } from './workspace.entity.js';

/** A workspace as its caller may enter it: `role` is the person's, or `token`. */
export interface EnteredWorkspace {
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

  listOfUser(userId: string): Promise<EnteredWorkspace[]> {
    return this.db.query<EnteredWorkspace[]>(
      `SELECT w.id, w.name, w.time_zone AS "timeZone", m.role
         FROM membership m JOIN workspace w ON w.id = m.workspace_id
        WHERE m.user_id = $1 ORDER BY w.name, w.id`,
      [userId],
    );
  }

  /** The one that an unrevoked token opens. */
  listOfToken(tokenId: string): Promise<EnteredWorkspace[]> {
    return this.db.query<EnteredWorkspace[]>(
      `SELECT w.id, w.name, w.time_zone AS "timeZone", 'token' AS role
         FROM api_token t JOIN workspace w ON w.id = t.workspace_id
        WHERE t.id = $1 AND t.revoked_at IS NULL`,
      [tokenId],
    );
  }

  async rename(id: string, name: string): Promise<void> {
    await changeRow(this.db, WorkspaceRow, { id, name });
  }
}
