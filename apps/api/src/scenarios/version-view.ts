import type { DraftCopyView, VersionView } from '@potok/contracts';
import { MOST_RUNS, type DraftCopyRow, type VersionSummary } from '@potok/persistence';

export const asVersionView = (row: VersionSummary): VersionView => ({
  id: row.id,
  number: row.number,
  publishedAt: row.publishedAt.toISOString(),
  by: row.publishedBy.name,
  planHash: row.planHash,
  scenario: row.scenario,
  binding: row.binding ?? { slots: {}, parameters: {} },
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.comment === null ? {} : { comment: row.comment }),
  openRuns: row.openRuns,
  totalRuns: Math.min(row.totalRuns, MOST_RUNS),
  ...(row.totalRuns > MOST_RUNS ? { isTotalCapped: true } : {}),
});

export const asDraftCopyView = (row: DraftCopyRow): DraftCopyView => ({
  id: row.id,
  keptAt: row.keptAt.toISOString(),
  by: row.keptBy.name,
  revision: row.revision,
  scenario: row.draft,
  binding: row.binding,
});
