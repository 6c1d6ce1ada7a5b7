import type { AccountingGateway } from '@potok/contracts';
import type { PostingStepRow } from '@potok/persistence/engine';
import { folded, stateOf } from '../services/docflow-state.js';
import { newId } from '../services/new-id.js';
import type { Gap, Reconciling } from './reconciling.js';
import { firstIdOf } from './first-id.js';

/** A run may post months after it began. */
const OLDEST_RUN_DAYS = 400;

/** What steps have posted must stand in the books, and what stands there must be marked on its document. */
export const checkAccountingSteps = (given: Reconciling): Promise<void> =>
  given.compare({ what: 'accounting-steps' }, async () => {
    let count = 0;
    await given.eachRow({
      first: firstIdOf(given.since, OLDEST_RUN_DAYS),
      list: (page) => given.parts.outside.listRuns(given.workspaceId, { ...page, since: given.since }),
      idOf: (id) => id,
      page: async (runIds) => {
        for (const step of await given.parts.outside.listPostingSteps(given.workspaceId, runIds))
          if (await check(given, step)) count += 1;
      },
    });
    return count;
  });

const check = async (given: Reconciling, step: PostingStepRow): Promise<boolean> => {
  const { parts, workspaceId } = given;
  const plan = (await parts.plans.getPlan(workspaceId, step.plan_hash)).steps.nodes[step.node_id];
  const connectionId = step.slots[plan?.slot ?? ''];
  if (plan === undefined || connectionId === undefined || !parts.isPosting(plan) || step.is_moving) return false;
  await given.beat();
  const client = (await parts.connections.open(workspaceId, connectionId)) as AccountingGateway;
  const booked = await client.findByKey(step.key, { signal: given.signal() });
  await settle(given, step, booked);
  return true;
};

type Booked = Awaited<ReturnType<AccountingGateway['findByKey']>>;

const settle = async (given: Reconciling, step: PostingStepRow, booked: Booked): Promise<void> => {
  const isPosted = booked?.isPosted === true;
  if (step.is_exported === isPosted) return;
  const about = { subject: `document/${step.document_id}`, runId: step.run_id, documentId: step.document_id };
  const facts = { number: step.number, node: step.node_id, ...(booked === undefined ? {} : { entryId: booked.id }) };
  if (!isPosted) {
    // Another step may have posted it; the one that is done answers for it.
    if (step.status !== 'done') return;
    const why = booked === undefined ? 'absent' : 'unposted';
    return given.found({ ...about, code: 'POSTING_ABSENT', state: 'parked', facts: { ...facts, why } });
  }
  if (step.status === 'undone') return given.found({ ...about, code: 'POSTING_NOT_UNDONE', state: 'parked', facts });
  const gap: Gap = { ...about, code: 'POSTING_UNRECORDED', state: 'mended', facts };
  await markExported(given, step, booked.id);
  return given.found(gap);
};

/** It is posted under the very key of the step: the document is marked, as the step would have done. */
const markExported = (given: Reconciling, step: PostingStepRow, entryId: string) =>
  given.parts.documents.applyEvent(given.workspaceId, {
    documentId: step.document_id,
    id: newId(),
    auditId: newId(),
    at: given.parts.now(),
    kind: 'exported',
    source: 'potok',
    eventKey: `exported:${given.id}`,
    facts: { id: entryId, reconciliationId: given.id },
    who: { kind: 'system', name: 'reconcile' },
    fold: (row) => folded({ ...stateOf(row), isExported: true }),
  });
