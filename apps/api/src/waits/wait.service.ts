import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { Page, WaitCountsView, WaitView } from '@potok/contracts';
import { WaitRepository, WorkspaceRepository, type WaitSummary } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { AppDatabase } from '../server/app-database.js';
import { totalOf } from '../server/page.js';
import { CLOCK } from '../server/tokens.js';
import { type WaitConditions, waitFilterOf, type WaitQuery } from './wait.dto.js';
import { readWaitPlace, writeWaitPlace } from './wait-place.js';

const DEFAULT_LIMIT = 50;

@Injectable()
export class WaitService {
  constructor(
    private readonly db: AppDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(here: Here, { cursor, limit = DEFAULT_LIMIT, count, ...query }: WaitQuery): Promise<Page<WaitView>> {
    const filter = waitFilterOf(query, this.clock.now());
    const after = readWaitPlace(cursor);
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const waits = new WaitRepository(tx);
      const rows = await waits.list({ ...filter, ...(after === undefined ? {} : { after }), limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(asWaitView),
        ...(rows.length > limit && last !== undefined ? { next: writeWaitPlace(last) } : {}),
        ...(count === true ? totalOf(await waits.count(filter)) : {}),
      };
    });
  }

  /** The same conditions, counted: for each day of the period, and over all time what is late and what has no time. */
  counts(here: Here, query: WaitConditions): Promise<WaitCountsView> {
    const now = this.clock.now();
    const { from: _from, until: _until, ...always } = query;
    const filterOf = (over: WaitConditions) =>
      waitFilterOf({ ...always, overdue: false, undated: false, ...over }, now);
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const waits = new WaitRepository(tx);
      const workspace = await new WorkspaceRepository(tx).find(here.workspaceId);
      const period = waitFilterOf({ ...query, overdue: false, undated: false }, now);
      return {
        overdue: totalOf(await waits.count(filterOf({ overdue: true }))),
        undated: totalOf(await waits.count(filterOf({ undated: true }))),
        dated: totalOf(await waits.count(filterOf({}))),
        days: await waits.countByDay(period, workspace?.timeZone ?? 'UTC'),
      };
    });
  }
}

const asWaitView = (row: WaitSummary): WaitView => ({
  id: row.id,
  kind: row.kind,
  runId: row.runId,
  scenarioId: row.scenarioId,
  scenarioName: row.scenarioName,
  node: row.nodeId,
  nodeName: row.nodeName ?? row.nodeId,
  visit: row.visit,
  subject: {
    ...(row.dealId === null ? {} : { dealId: row.dealId }),
    ...(row.documentNumber === null ? {} : { documentNumber: row.documentNumber }),
    ...(row.counterpartyInn === null ? {} : { counterpartyInn: row.counterpartyInn }),
    ...(row.counterpartyName === null ? {} : { counterpartyName: row.counterpartyName }),
  },
  since: row.since.toISOString(),
  ...(row.until === null ? {} : { until: row.until.toISOString() }),
  ...(row.attempts === null ? {} : { attempts: row.attempts }),
  ...(row.isAhead ? { isAhead: true } : {}),
});
