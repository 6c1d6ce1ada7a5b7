import { Injectable } from '@nestjs/common';
import type { DraftCopyView, Page, VersionView } from '@potok/contracts';
import { DraftCopyRepository, recordAudit, VersionRepository, type VersionSummary } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { pageOf, type PageQuery, type Place } from '../server/page.js';
import type { Inner } from './the-inner.js';
import { getScenario } from './get-scenario.js';
import { textOrNothing, type DescribeVersionDto } from './version.dto.js';
import { asDraftCopyView, asVersionView } from './version-view.js';

/** The history of a scenario: what was published, and drafts that were kept. */
@Injectable()
export class VersionService {
  constructor(private readonly db: AppDatabase) {}

  list(here: Here, scenarioId: string, query: PageQuery): Promise<Page<VersionView>> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, scenarioId);
      const versions = new VersionRepository(tx);
      const listing = {
        list: (place: Place) => versions.listOfScenario(scenarioId, place),
        count: () => versions.countOfScenario(scenarioId),
      };
      return pageOf(query, listing, asVersionView);
    });
  }

  get(here: Here, version: Inner): Promise<VersionView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => asVersionView(await getVersion(tx, version)));
  }

  /** The drawing stays as it was published; only its name and what it is for are put. */
  describe(here: Here, version: Inner, order: DescribeVersionDto): Promise<VersionView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const { number } = await getVersion(tx, version);
      const [name, comment] = [textOrNothing(order.name), textOrNothing(order.comment)];
      const change = { ...(name === undefined ? {} : { name }), ...(comment === undefined ? {} : { comment }) };
      if (Object.keys(change).length > 0) await new VersionRepository(tx).describe(version.id, change);
      await recordAudit(tx, {
        ...here,
        act: 'scenario.version-described',
        object: { kind: 'scenario', id: version.scenarioId },
        facts: { versionId: version.id, number, ...change },
      });
      return asVersionView(await getVersion(tx, version));
    });
  }

  listDraftCopies(here: Here, scenarioId: string): Promise<DraftCopyView[]> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      await getScenario(tx, scenarioId);
      return (await new DraftCopyRepository(tx).listOfScenario(scenarioId)).map(asDraftCopyView);
    });
  }
}

export const getVersion = async (tx: EntityManager, { scenarioId, id }: Inner): Promise<VersionSummary> => {
  await getScenario(tx, scenarioId);
  const row = await new VersionRepository(tx).findOfScenario(scenarioId, id);
  if (row === undefined) throw new Refusal('not-found', 'VERSION_NOT_FOUND', { facts: { id } });
  return row;
};
