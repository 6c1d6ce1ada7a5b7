import { Injectable } from '@nestjs/common';
import type { AuditView, Page } from '@potok/contracts';
import { AuditRepository, RunRepository } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, type PageQuery, type Place } from '../server/page.js';
import { asAuditView, runIdsOf } from './audit-view.js';

@Injectable()
export class AuditService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
  ) {}

  list(here: Here, query: PageQuery & { kind?: string; id?: string }): Promise<Page<AuditView>> {
    const { kind, id } = query;
    const object = kind === undefined || id === undefined ? {} : { object: { kind, id } };
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const rows = new AuditRepository(tx);
      const listing = { list: (place: Place) => rows.list({ ...object, ...place }), count: () => rows.count(object) };
      const page = await pageOf(query, listing, (row) => row);
      const starters = await new RunRepository(tx).listStarters(runIdsOf(page.items));
      const words = {
        starters: new Map(starters.map((one) => [one.id, one])),
        systemTitle: (system: string) => this.nodes.findConnection(system)?.title[here.language] ?? system,
      };
      return { ...page, items: page.items.map((row) => asAuditView(row, words)) };
    });
  }
}
