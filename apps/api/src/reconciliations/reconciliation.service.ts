import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@potok/config';
import type { Page, ReconciliationDetailView, ReconciliationView } from '@potok/contracts';
import {
  ConnectionRepository,
  newId,
  recordAudit,
  ReconciliationRepository,
  type ReconciliationRow,
} from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, type PageQuery, type Place } from '../server/page.js';
import { CLOCK } from '../server/tokens.js';
import { ReconciliationWords } from './reconciliation-view.js';

/** Orders reconciliations and shows their reports; the worker compares. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One that is ordered or under way is answered in place of a second. */
  order(here: Here, order: { readonly since?: string }): Promise<ReconciliationView> {
    const now = this.clock.now();
    const since = order.since === undefined ? undefined : new Date(order.since);
    if (since !== undefined && since > now) throw new Refusal('invalid', 'SINCE_IN_FUTURE', { field: '/since' });
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const reports = new ReconciliationRepository(tx);
      const { workspaceId, who } = here;
      const { id, isNew } = await reports.order({ id: newId(), workspaceId, askedBy: who, since, now });
      const object = { kind: 'reconciliation', id };
      if (isNew) await recordAudit(tx, { ...here, act: 'reconciliation.ordered', object });
      return this.view(tx, here, await getRow(tx, id));
    });
  }

  list(here: Here, query: PageQuery): Promise<Page<ReconciliationView>> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const reports = new ReconciliationRepository(tx);
      const listing = { list: (place: Place) => reports.list(place), count: () => reports.count() };
      const page = await pageOf(query, listing, (row) => row);
      const counts = await reports.counts(page.items.map((row) => row.id));
      const words = new ReconciliationWords(this.nodes, here.language);
      return { ...page, items: page.items.map((row) => words.summary(row, counts.get(row.id))) };
    });
  }

  get(here: Here, id: string, query: PageQuery): Promise<ReconciliationDetailView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await getRow(tx, id);
      const reports = new ReconciliationRepository(tx);
      const words = new ReconciliationWords(this.nodes, here.language);
      const listing = {
        list: (place: Place) => reports.listFindings({ ...place, reconciliationId: id }),
        count: async () => ({ total: (await reports.counts([id])).get(id)?.found ?? 0, isCapped: false }),
      };
      const { items, next } = await pageOf(query, listing, (finding) => words.finding(finding));
      const names = new Map((await new ConnectionRepository(tx).list()).map((one) => [one.id, one.name]));
      return {
        ...(await this.view(tx, here, row)),
        ...words.lines(row, names),
        findings: items,
        ...(next === undefined ? {} : { next }),
      };
    });
  }

  private async view(tx: EntityManager, here: Here, row: ReconciliationRow): Promise<ReconciliationView> {
    const counts = await new ReconciliationRepository(tx).counts([row.id]);
    return new ReconciliationWords(this.nodes, here.language).summary(row, counts.get(row.id));
  }
}

const getRow = async (tx: EntityManager, id: string): Promise<ReconciliationRow> => {
  const row = await new ReconciliationRepository(tx).find(id);
  if (row === undefined) throw new Refusal('not-found', 'RECONCILIATION_NOT_FOUND', { facts: { id } });
  return row;
};
