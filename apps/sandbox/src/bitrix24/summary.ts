import type { Portal } from './portal/portal.js';

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return Object.fromEntries(counts);
};

/** What tests count: a comment or a task that was written twice shows as 2. */
export const summarize = (portal: Portal) => ({
  deals: portal.deals.map((deal) => {
    const comments = portal.comments.filter((one) => one.entityType === 'deal' && one.entityId === deal.ID);
    const tasks = portal.tasks.filter((task) => task.crm.includes(`D_${deal.ID ?? ''}`));
    return {
      id: deal.ID,
      title: deal.TITLE,
      stageId: deal.STAGE_ID,
      movedAt: deal.MOVED_TIME,
      modifiedAt: deal.DATE_MODIFY,
      opportunity: deal.OPPORTUNITY,
      rows: portal.productRows.filter((row) => row.dealId === deal.ID).length,
      comments: countBy(comments, (one) => one.comment),
      tasks: countBy(tasks, (task) => task.title),
      fields: Object.fromEntries(Object.entries(deal).filter(([name]) => name.startsWith('UF_'))),
    };
  }),
  subscriptions: portal.subscriptions.map(({ id, event, kind, handler }) => ({ id, event, kind, handler })),
  deliveries: portal.deliveries,
  offline: portal.offline.length,
  settings: portal.settings,
});
