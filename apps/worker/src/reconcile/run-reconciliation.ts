import { asFault } from '@potok/contracts';
import type { ReconcileHold } from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';
import { checkAccountingBooks } from './check-accounting-books.js';
import { checkAccountingSteps } from './check-accounting-steps.js';
import { checkDocuments } from './check-documents.js';
import { checkInbox } from './check-inbox.js';
import { checkOperatorBox } from './check-operator-box.js';
import { checkOperatorEvents } from './check-operator-events.js';
import { checkOutbox } from './check-outbox.js';
import { checkRuns } from './check-runs.js';
import { checkWaits } from './check-waits.js';
import { HoldLost, Reconciling, type ReconcileParts } from './reconciling.js';

/**
 * Compares one workspace with itself, with Temporal, with its operators and its books, and writes the report. May be begun
 * again after it was cut off: what is mended is no gap any more, and what is parked is found under the same subject.
 */
export const runReconciliation = async (parts: ReconcileParts, hold: ReconcileHold): Promise<void> => {
  const now = parts.now();
  const task = await parts.reports.begin(hold.workspaceId, { id: newId(), now });
  const given = new Reconciling(parts, hold, task);
  const facts = { reconciliationId: task.id, workspaceId: hold.workspaceId };
  parts.log('reconcile.begun', facts);
  const fault = await compareAll(given).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof HoldLost) throw error;
      parts.log('reconcile.failed', { ...facts, error: String(error) });
      return { code: asFault(error).code, facts: {} };
    },
  );
  const checks = given.comparisons;
  await parts.reports.finish(hold, {
    id: task.id,
    now: parts.now(),
    checks,
    ...(fault === undefined ? {} : { fault }),
  });
  parts.log('reconcile.ended', facts);
};

const compareAll = async (given: Reconciling): Promise<void> => {
  await checkOutbox(given);
  await checkInbox(given);
  await checkWaits(given);
  await checkRuns(given);
  await checkDocuments(given);
  const { outside } = given.parts;
  for (const box of await outside.listBoxes(given.workspaceId)) {
    await checkOperatorBox(given, box);
    await checkOperatorEvents(given, box);
  }
  await checkAccountingSteps(given);
  for (const { id } of await outside.listAccounting(given.workspaceId)) await checkAccountingBooks(given, id);
};
