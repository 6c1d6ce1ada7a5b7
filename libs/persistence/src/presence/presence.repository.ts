import type { EntityManager } from 'typeorm';

/** A beat comes every ten seconds: three may be lost before a tab counts as gone. */
const LIVES_SEC = 30;

/** One browser tab of one person or program. The tab's id is chosen by the browser; together with the person it is nobody else's. */
export interface Tab {
  readonly workspaceId: string;
  readonly scenarioId: string;
  readonly actorId: string;
  readonly tab: string;
  readonly name: string;
}

export interface PresentTab {
  readonly actorId: string;
  readonly tab: string;
  readonly name: string;
  readonly since: Date;
}

const SHOWN = 'actor_id AS "actorId", tab, name, since';

/** Who has a scenario open and who of them edits it, by the database's own clock. What is over counts as gone at once. */
export class PresenceRepository {
  constructor(private readonly db: EntityManager) {}

  async beat({ scenarioId, actorId, tab, workspaceId, name }: Tab): Promise<void> {
    await this.db.query('DELETE FROM scenario_tab WHERE scenario_id = $1 AND until < now()', [scenarioId]);
    await this.db.query(
      `INSERT INTO scenario_tab (scenario_id, actor_id, tab, workspace_id, name, until)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => ${LIVES_SEC}))
       ON CONFLICT (scenario_id, actor_id, tab) DO UPDATE SET until = EXCLUDED.until, name = EXCLUDED.name`,
      [scenarioId, actorId, tab, workspaceId, name],
    );
  }

  async leave({ scenarioId, actorId, tab }: Tab): Promise<void> {
    await this.db.query('DELETE FROM scenario_tab WHERE scenario_id = $1 AND actor_id = $2 AND tab = $3', [
      scenarioId,
      actorId,
      tab,
    ]);
  }

  /** Oldest first. */
  listTabs(scenarioId: string): Promise<PresentTab[]> {
    return this.db.query<PresentTab[]>(
      `SELECT ${SHOWN} FROM scenario_tab WHERE scenario_id = $1 AND until >= now() ORDER BY since, tab LIMIT 100`,
      [scenarioId],
    );
  }

  async findLock(scenarioId: string): Promise<PresentTab | undefined> {
    const rows = await this.db.query<PresentTab[]>(
      `SELECT ${SHOWN} FROM scenario_lock WHERE scenario_id = $1 AND until >= now()`,
      [scenarioId],
    );
    return rows[0];
  }

  /**
   * Takes or renews the lock; another tab's only when it has run out or `takeOver` says so. Answers whether the tab has it
   * now, whether it had it before, and from whom it was taken while that one still held it.
   */
  async takeLock(
    { scenarioId, actorId, tab, workspaceId, name }: Tab,
    { takeOver }: { readonly takeOver: boolean },
  ): Promise<{ readonly isMine: boolean; readonly wasMine: boolean; readonly from?: PresentTab }> {
    const [held] = await this.db.query<(PresentTab & { readonly isLive: boolean })[]>(
      `SELECT ${SHOWN}, until >= now() AS "isLive" FROM scenario_lock WHERE scenario_id = $1 FOR UPDATE`,
      [scenarioId],
    );
    const before = held?.isLive === true ? held : undefined;
    const isSame = held?.actorId === actorId && held.tab === tab;
    const wasMine = isSame && before !== undefined;
    const [rows] = await this.written(
      `INSERT INTO scenario_lock AS held (scenario_id, actor_id, tab, workspace_id, name, until)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => ${LIVES_SEC}))
       ON CONFLICT (scenario_id) DO UPDATE
         SET actor_id = EXCLUDED.actor_id, tab = EXCLUDED.tab, name = EXCLUDED.name, until = EXCLUDED.until,
             since = CASE WHEN held.actor_id = $2 AND held.tab = $3 AND held.until >= now() THEN held.since ELSE now() END
       WHERE held.until < now() OR $6 OR (held.actor_id = $2 AND held.tab = $3)
       RETURNING tab`,
      [scenarioId, actorId, tab, workspaceId, name, takeOver],
    );
    const isMine = rows.length > 0;
    return { isMine, wasMine, ...(isMine && before !== undefined && !wasMine ? { from: before } : {}) };
  }

  /** Answers whether there was one to give up. */
  async releaseLock({ scenarioId, actorId, tab }: Tab): Promise<boolean> {
    const [, count] = await this.written(
      'DELETE FROM scenario_lock WHERE scenario_id = $1 AND actor_id = $2 AND tab = $3 RETURNING tab',
      [scenarioId, actorId, tab],
    );
    return count > 0;
  }

  /** TypeORM answers an INSERT with its rows alone, an UPDATE or DELETE with rows and count. */
  private async written(text: string, values: readonly unknown[]): Promise<readonly [readonly unknown[], number]> {
    const answer = await this.db.query<unknown[]>(text, [...values]);
    const [first, second] = answer;
    return Array.isArray(first) && typeof second === 'number' ? [first, second] : [answer, answer.length];
  }
}
