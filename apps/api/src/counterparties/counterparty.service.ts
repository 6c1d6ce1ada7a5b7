import { Injectable } from '@nestjs/common';
import type { CounterpartyView, Page } from '@potok/contracts';
import { CounterpartyRepository, type CounterpartySummary } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, type PageQuery, type Place } from '../server/page.js';

@Injectable()
export class CounterpartyService {
  constructor(private readonly db: AppDatabase) {}

  list(here: Here, query: PageQuery & { search?: string }): Promise<Page<CounterpartyView>> {
    const filter = query.search === undefined || query.search === '' ? {} : { search: query.search };
    return this.db.inWorkspace(here.workspaceId, (tx) => {
      const rows = new CounterpartyRepository(tx);
      const listing = { list: (place: Place) => rows.list({ ...filter, ...place }), count: () => rows.count(filter) };
      return pageOf(query, listing, asCounterpartyView);
    });
  }
}

const asCounterpartyView = (row: CounterpartySummary): CounterpartyView => ({
  id: row.id,
  name: row.name,
  inn: row.inn,
  ...(row.kpp === null ? {} : { kpp: row.kpp }),
  documents: row.documents,
  ...(row.lastDocumentAt === null ? {} : { lastDocumentAt: row.lastDocumentAt.toISOString() }),
});
