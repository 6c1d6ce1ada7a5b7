import { Injectable } from '@nestjs/common';
import type { DeliveryDetailView, DeliveryView, Page, StartView } from '@potok/contracts';
import { DeliveryRepository, recordAudit, type InboxRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, type Place } from '../server/page.js';
import type { DeliveryQuery } from './delivery.dto.js';
import { DeliveryWords, rowStatusesOf } from './delivery-view.js';

/** What a person may send in again: the rest has no start of its own. */
const REPLAYABLE = new Set(['webhook', 'sweep', 'schedule', 'replay']);

@Injectable()
export class DeliveryService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
  ) {}

  list(here: Here, query: DeliveryQuery): Promise<Page<DeliveryView>> {
    const words = new DeliveryWords(this.nodes, here.language);
    const filter = {
      ...(query.status === undefined ? {} : { statuses: rowStatusesOf(query.status) }),
      ...(query.source === undefined ? {} : { sources: [query.source] }),
      ...(query.scenarioId === undefined ? {} : { scenarioId: query.scenarioId }),
    };
    return this.db.inWorkspace(here.workspaceId, (tx) => {
      const rows = new DeliveryRepository(tx);
      const listing = { list: (place: Place) => rows.list({ ...filter, ...place }), count: () => rows.count(filter) };
      return pageOf(query, listing, (row) => words.summary(row));
    });
  }

  get(here: Here, id: string): Promise<DeliveryDetailView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await getDelivery(tx, id);
      const name = row.endpointId === null ? undefined : await new DeliveryRepository(tx).endpointName(row.endpointId);
      return new DeliveryWords(this.nodes, here.language).detail(row, name);
    });
  }

  replay(here: Here, id: string): Promise<StartView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const row = await getDelivery(tx, id);
      if (!REPLAYABLE.has(row.source)) throw new Refusal('conflict', 'DELIVERY_NOT_REPLAYABLE');
      if (row.reason?.code === 'TEST_DELIVERY') throw new Refusal('conflict', 'TEST_DELIVERY_ONLY_READ');
      const deliveryId = await new DeliveryRepository(tx).replay(row);
      const object = { kind: 'delivery', id };
      await recordAudit(tx, { ...here, act: 'delivery.replayed', object, facts: { deliveryId } });
      return { deliveryId, mode: 'live' };
    });
  }
}

const getDelivery = async (tx: EntityManager, id: string): Promise<InboxRow> => {
  const row = await new DeliveryRepository(tx).find(id);
  if (row === undefined) throw new Refusal('not-found', 'DELIVERY_NOT_FOUND', { facts: { id } });
  return row;
};
