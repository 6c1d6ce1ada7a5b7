import { Injectable } from '@nestjs/common';
import type { AuditView, Page } from '@potok/contracts';
import { AuditRepository, type AuditRow } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, type PageQuery, type Place } from '../server/page.js';

@Injectable()
export class AuditService {
  constructor(private readonly db: AppDatabase) {}

  list(here: Here, query: PageQuery & { kind?: string; id?: string }): Promise<Page<AuditView>> {
    const { kind, id } = query;
    const object = kind === undefined || id === undefined ? {} : { object: { kind, id } };
    return this.db.inWorkspace(here.workspaceId, (tx) => {
      const rows = new AuditRepository(tx);
      const listing = { list: (place: Place) => rows.list({ ...object, ...place }), count: () => rows.count(object) };
      return pageOf(query, listing, asAuditView);
    });
  }
}

const asAuditView = (row: AuditRow): AuditView => ({
  id: row.id,
  at: row.at.toISOString(),
  who: row.who.name,
  act: row.act,
  object: { kind: row.objectKind, id: row.objectId },
  facts: row.facts,
  ...(row.hash === null ? {} : { hash: row.hash }),
});
