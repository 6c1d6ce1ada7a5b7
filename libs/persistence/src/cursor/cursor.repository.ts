import type { EntityManager } from 'typeorm';
import { newId } from '../new-id.js';
import { CursorRow } from './cursor.entity.js';

interface CursorPlace {
  readonly workspaceId: string;
  readonly kind: CursorRow['kind'];
  readonly connectionId: string;
  /** Box id, or scenario id for a sweep. */
  readonly subject: string;
}

export class CursorRepository {
  constructor(private readonly db: EntityManager) {}

  /** Makes the cursor or wakes it up; how far it has come is kept. */
  async put({ workspaceId, kind, connectionId, subject }: CursorPlace): Promise<void> {
    await this.db.query(
      `INSERT INTO cursor (id, workspace_id, kind, connection_id, subject) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (kind, connection_id, subject) DO UPDATE SET is_enabled = true, updated_at = now()`,
      [newId(), workspaceId, kind, connectionId, subject],
    );
  }

  /** Stops the sweeps of a scenario over other connections than this one. */
  async stopSweeps(scenarioId: string, exceptConnectionId?: string): Promise<void> {
    await this.db.query(
      `UPDATE cursor SET is_enabled = false, updated_at = now()
        WHERE kind = 'crm-sweep' AND subject = $1 AND ($2::uuid IS NULL OR connection_id <> $2::uuid)`,
      [scenarioId, exceptConnectionId ?? null],
    );
  }

  /** Stops the pollers of boxes that no organization has any more. */
  async stopOrphanBoxes(): Promise<void> {
    await this.db.query(
      `UPDATE cursor SET is_enabled = false, updated_at = now()
        WHERE kind = 'operator-box' AND is_enabled AND NOT EXISTS (
          SELECT FROM organization_box b WHERE b.connection_id = cursor.connection_id AND b.box_id = cursor.subject)`,
    );
  }

  listOfConnection(connectionId: string): Promise<CursorRow[]> {
    return this.db.find(CursorRow, { where: { connectionId } });
  }
}
