import type { CrmGateway } from '@potok/contracts';
import { newId } from '../services/new-id.js';
import type { CursorReader } from './poll-cursor.js';

const LIMIT = 200;
/** Changes are looked for a little into the past, because a CRM's clock and its index lag; the inbox key makes repeats harmless. */
const OVERLAP_MS = 2 * 60_000;

interface SweepMark {
  readonly since: string;
  readonly next?: string;
  readonly newest?: string;
}

/**
 * Deals changed since the last look, for a CRM whose events may be lost: they feed the same inbox as its webhooks, under
 * deal, stage and time of the move. The subject is the scenario that is to be started.
 */
export const crmSweepReader = (everyMs: number, now: () => Date): CursorReader => ({
  everyMs,
  read: async ({ cursor, client, signal }) => {
    const crm = client as CrmGateway;
    const mark: SweepMark =
      cursor.value === null ? { since: now().toISOString() } : (JSON.parse(cursor.value) as SweepMark);
    // A clock that was ahead for a while, here or there, must not hide what changes now.
    const since = earlier(mark.since, before(now().toISOString()));
    const page = await crm.listChangedDeals(
      { since, limit: LIMIT, ...(mark.next === undefined ? {} : { next: mark.next }) },
      { signal },
    );
    const newest = page.deals.reduce(
      (latest, deal) => (deal.modifiedAt > latest ? deal.modifiedAt : latest),
      mark.newest ?? since,
    );
    const isMore = page.next !== undefined;
    const following: SweepMark =
      page.next === undefined ? { since: before(newest) } : { since, next: page.next, newest };
    return {
      value: JSON.stringify(following),
      isMore,
      rows: page.deals.map((deal) => ({
        id: newId(),
        source: 'sweep',
        scenarioId: cursor.subject,
        connectionId: cursor.connection_id,
        scope: `sweep:${cursor.subject}`,
        eventKey: `${deal.id}/${deal.stageId}/${deal.movedAt}`,
        body: { dealId: deal.id },
      })),
    };
  },
});

const earlier = (a: string, b: string): string => (a < b ? a : b);

const before = (instant: string): string => new Date(new Date(instant).getTime() - OVERLAP_MS).toISOString();
