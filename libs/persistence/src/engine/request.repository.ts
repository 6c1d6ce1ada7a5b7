import type { NamedActor } from '../audit/actor.js';
import type { EngineDatabase } from './engine-database.js';

export interface RequestRow {
  readonly id: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly created_by: NamedActor;
}

/** What the API asks of the worker. */
export class RequestRepository {
  constructor(private readonly db: EngineDatabase) {}

  /** Does `work` for a request that is still new and answers it, in one transaction; false when another worker has it. A sealed key that came with it is needed once and goes. */
  async answer(
    workspaceId: string,
    id: string,
    work: (request: RequestRow) => Promise<{ readonly isDone: boolean; readonly answer: unknown }>,
  ): Promise<boolean> {
    return this.db.transaction(workspaceId, async (tx) => {
      const { rows } = await tx.query<RequestRow>(
        `SELECT id, kind, body, created_by FROM request WHERE id = $1 AND status = 'new' AND expires_at > now() FOR UPDATE SKIP LOCKED`,
        [id],
      );
      const [request] = rows;
      if (request === undefined) return false;
      const { isDone, answer } = await work(request);
      await tx.query(
        `UPDATE request SET status = $2, answer = $3, answered_at = now(), body = body - 'keySealed' WHERE id = $1`,
        [id, isDone ? 'done' : 'refused', JSON.stringify(answer)],
      );
      await tx.query(`SELECT pg_notify('potok_answer', $1)`, [id]);
      return true;
    });
  }
}
