import type { ScenarioDetailView, ScenarioView } from '@potok/contracts';
import type { ScenarioRow, ScenarioSummary } from '@potok/persistence';

export const hookUrl = (publicUrl: string, token: string): string => `${publicUrl}/hooks/${token}`;

const publishedOf = (row: ScenarioSummary): Pick<ScenarioView, 'published'> => {
  const { versionId, versionNumber, publishedAt, planHash } = row;
  if (versionId === null || versionNumber === null || publishedAt === null || planHash === null) return {};
  const by = row.publishedBy?.name ?? '';
  return { published: { versionId, number: versionNumber, publishedAt: publishedAt.toISOString(), by, planHash } };
};

const triggerOf = (row: ScenarioSummary, publicUrl: string): Pick<ScenarioView, 'trigger'> => {
  if (row.triggerType === null) return {};
  const webhook = row.hookToken === null ? {} : { webhookUrl: hookUrl(publicUrl, row.hookToken) };
  return { trigger: { type: row.triggerType, ...webhook, isEnabled: row.isEnabled } };
};

export const asScenarioView = (row: ScenarioSummary, publicUrl: string): ScenarioView => ({
  id: row.id,
  name: row.name,
  description: row.description,
  updatedAt: row.updatedAt.toISOString(),
  draftRevision: row.draftRevision,
  ...publishedOf(row),
  ...triggerOf(row, publicUrl),
  openRuns: row.openRuns,
});

export const asScenarioDetailView = (
  summary: ScenarioSummary,
  row: ScenarioRow,
  publicUrl: string,
): ScenarioDetailView => ({ ...asScenarioView(summary, publicUrl), draft: row.draft, binding: row.draftBinding });
