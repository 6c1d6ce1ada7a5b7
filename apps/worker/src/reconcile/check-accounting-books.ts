import { uuidOf, type AccountingEntry, type AccountingGateway } from '@potok/contracts';
import type { BookedRow } from '@potok/persistence/engine';
import type { Reconciling } from './reconciling.js';

const DAY = 10;

/** What stands in the books with our mark must be what we have posted, once a document. */
export const checkAccountingBooks = (given: Reconciling, connectionId: string): Promise<void> =>
  given.compare({ what: 'accounting-books', connectionId }, async () => {
    const client = (await given.parts.connections.open(given.workspaceId, connectionId)) as AccountingGateway;
    if (client.listPosted === undefined) return 'not-offered';
    const from = given.since.toISOString().slice(0, DAY);
    return given.eachPage({
      list: async (place, signal) => (await client.listPosted?.({ from, ...place }, { signal })) ?? NOTHING,
      page: async ({ entries }) => {
        const posted = entries.filter((entry) => entry.isPosted);
        const ids = [...new Set(posted.map((entry) => entry.documentId))];
        const rows = await given.parts.outside.matchBooked(given.workspaceId, ids);
        for (const entry of posted) {
          const row = rows.find((one) => one.document_id === entry.documentId);
          await check(given, { entry, row, connectionId });
        }
        return entries.length;
      },
    });
  });
const NOTHING = { entries: [], hasMore: false } as const;

interface Booked {
  readonly entry: AccountingEntry;
  readonly row: BookedRow | undefined;
  readonly connectionId: string;
}

const check = async (given: Reconciling, { entry, row, connectionId }: Booked): Promise<void> => {
  const facts = { number: entry.number, date: entry.date, entryId: entry.id };
  const about = { subject: `entry/${connectionId}/${entry.id}`, state: 'parked' } as const;
  if (row === undefined)
    return given.found({ ...about, code: 'POSTING_UNKNOWN', facts: { ...facts, documentId: entry.documentId } });
  // What a step of ours has made is for the check of steps.
  if ([...row.recorded, ...row.keys.map(uuidOf)].includes(entry.id)) return undefined;
  const known = { ...about, documentId: row.document_id, ...(row.run_id === null ? {} : { runId: row.run_id }) };
  const [other] = row.recorded;
  if (other === undefined) return given.found({ ...known, code: 'POSTING_UNKNOWN', facts });
  return given.found({ ...known, code: 'POSTING_TWICE', facts: { ...facts, entryIds: [other, entry.id] } });
};
