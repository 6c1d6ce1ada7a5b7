import type { Gap, Reconciling } from './reconciling.js';
import { firstIdOf } from './first-id.js';

/** Documents must have a run, and one that is marked as posted must have its posting recorded. */
export const checkDocuments = (given: Reconciling): Promise<void> =>
  given.compare({ what: 'documents' }, () =>
    given.eachRow({
      first: firstIdOf(given.since, 0),
      list: (page) => given.parts.outside.listDocuments(given.workspaceId, page),
      idOf: (row) => row.id,
      page: async (rows) => {
        for (const row of rows) {
          const about = { subject: `document/${row.id}`, state: 'parked', documentId: row.id } as const;
          const facts = { number: row.number };
          if (!row.has_run) await given.found({ ...about, code: 'DOCUMENT_WITHOUT_RUN', facts });
          if (!row.is_exported_unproved) continue;
          const gap: Gap = { ...about, code: 'POSTING_ABSENT', facts: { ...facts, why: 'unproved' } };
          await given.found(row.run_id === null ? gap : { ...gap, runId: row.run_id });
        }
      },
    }),
  );
