import type { EntityManager } from 'typeorm';
import type { NamedActor } from '../audit/actor.js';
import { recordAudit } from '../audit/audit.repository.js';

/** The trail hears of a person's saves of one draft at most once in this time, with their number. */
const WINDOW_SEC = 600;

interface Save {
  readonly workspaceId: string;
  readonly scenarioId: string;
  readonly who: Exclude<NamedActor, { readonly kind: 'system' }>;
  readonly revision: number;
}

interface Untold {
  readonly who: NamedActor;
  readonly saves: number;
  readonly revision: number;
}

/**
 * A draft saves itself every two seconds, and the trail is for people: the first save of a person is told at once, those of
 * the next ten minutes together, with their number and the last revision. `tell` tells what is left.
 */
export class DraftTallyRepository {
  constructor(private readonly db: EntityManager) {}

  async noteSave({ workspaceId, scenarioId, who, revision }: Save): Promise<void> {
    const place = [scenarioId, who.id];
    const [tally] = await this.db.query<{ isFresh: boolean; saves: number }[]>(
      `SELECT saves, told_at > now() - make_interval(secs => ${WINDOW_SEC}) AS "isFresh"
         FROM draft_tally WHERE scenario_id = $1 AND actor_id = $2 FOR UPDATE`,
      place,
    );
    if (tally?.isFresh === true) {
      await this.db.query(
        'UPDATE draft_tally SET saves = saves + 1, revision = $3 WHERE scenario_id = $1 AND actor_id = $2',
        [...place, revision],
      );
      return;
    }
    await this.db.query(
      `INSERT INTO draft_tally (scenario_id, actor_id, workspace_id, who, revision) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (scenario_id, actor_id) DO UPDATE SET told_at = now(), saves = 0, revision = EXCLUDED.revision, who = EXCLUDED.who`,
      [...place, workspaceId, JSON.stringify(who), revision],
    );
    await this.record({ workspaceId, scenarioId }, { who, revision, saves: (tally?.saves ?? 0) + 1 });
  }

  /** Tells the trail what it has not heard yet: of everybody, or only of those whose ten minutes are over. */
  async tell(
    place: { readonly workspaceId: string; readonly scenarioId: string },
    which: 'all' | 'overdue',
  ): Promise<void> {
    const [untold] = await this.db.query<[Untold[], number]>(
      `DELETE FROM draft_tally
        WHERE scenario_id = $1 AND ($2 OR told_at <= now() - make_interval(secs => ${WINDOW_SEC}))
        RETURNING who, saves, revision`,
      [place.scenarioId, which === 'all'],
    );
    for (const tally of untold) if (tally.saves > 0) await this.record(place, tally);
  }

  private record(
    { workspaceId, scenarioId }: { readonly workspaceId: string; readonly scenarioId: string },
    { who, saves, revision }: Untold,
  ): Promise<void> {
    return recordAudit(this.db, {
      workspaceId,
      who,
      act: 'scenario.draft-saved',
      object: { kind: 'scenario', id: scenarioId },
      facts: { revision, saves },
    });
  }
}
