import { NodeFault, type DocflowState, type OperatorEvent, type OperatorGateway } from '@potok/contracts';
import { foldEvent, owedReceipt } from '@potok/docflow';
import type { DocumentRow, InboxRow } from '@potok/persistence/engine';
import { folded, stateOf } from '../services/docflow-state.js';
import { newId } from '../services/new-id.js';
import type { DocflowParts } from './docflow-parts.js';
import { fetchEvidence } from './fetch-evidence.js';
import { sendOwedReceipt } from './send-owed-receipt.js';

const KEPT_FOR_MS = 30 * 60_000;

/**
 * One event of an operator: first the document is changed, then the runs that wait for it are woken. In this order, and
 * with the waits looked for after the document's change is committed, no answer is missed: a wait that opens later reads
 * the document itself.
 */
export const handleOperatorEvent = async (parts: DocflowParts, workspaceId: string, row: InboxRow): Promise<void> => {
  const event = row.body as OperatorEvent;
  const at = { boxId: event.boxId, messageId: event.messageId, entityId: event.documentEntityId };
  const document = await parts.documents.findAtOperator(workspaceId, at);
  if (document === undefined) {
    await keepOrWait(parts, workspaceId, { row, at });
    return;
  }
  const client =
    row.connection_id === null
      ? undefined
      : ((await parts.connections.open(workspaceId, row.connection_id)) as OperatorGateway);
  const told =
    client === undefined ? event : await fetchEvidence(parts, { workspaceId, documentId: document.id, event, client });
  const changed = await parts.documents.applyEvent(workspaceId, changeOf(document, told));
  if (client !== undefined && owedReceipt(told))
    await sendOwedReceipt(parts, { workspaceId, document: changed, event: told, client });
  await wakeWaiting(parts, workspaceId, { row, document: changed });
};

const changeOf = (document: DocumentRow, event: OperatorEvent) => ({
  documentId: document.id,
  id: newId(),
  auditId: newId(),
  at: new Date(event.at),
  kind: event.kind,
  source: event.system,
  eventKey: event.id,
  facts: { ...event.facts, messageId: event.messageId },
  who: { kind: 'operator', system: event.system } as const,
  fold: (row: DocumentRow) => folded(foldEvent(stateOf(row), event)),
});

const wakeWaiting = async (
  parts: DocflowParts,
  workspaceId: string,
  of: { readonly row: InboxRow; readonly document: DocumentRow },
): Promise<void> => {
  const waits = await parts.inbox.listOpenWaits(workspaceId, 'docflow', of.document.id);
  const state: DocflowState = stateOf(of.document);
  for (const wait of waits) {
    const { leaseMs } = parts.courier;
    const order = await parts.inbox.giveToWait(workspaceId, {
      inboxId: of.row.id,
      waitId: wait.id,
      body: { body: { documentId: of.document.id, state } },
      at: parts.now(),
      isLast: false,
      leaseMs,
    });
    if (order !== undefined) parts.courier.carry(order, leaseMs);
  }
  const [wait] = waits;
  await parts.inbox.settle(workspaceId, of.row.id, {
    status: 'admitted',
    ...(wait === undefined ? {} : { runId: wait.run_id }),
  });
};

interface AtOperator {
  readonly boxId: string;
  readonly messageId: string;
  readonly entityId: string;
}

/**
 * The send's answer may still be on its way to us: an event of an unknown document is tried for a while, then kept and shown.
 * It is taken up when the send becomes known, however late.
 */
const keepOrWait = async (
  parts: DocflowParts,
  workspaceId: string,
  { row, at }: { readonly row: InboxRow; readonly at: AtOperator },
): Promise<void> => {
  const ageMs = parts.now().getTime() - row.received_at.getTime();
  if (ageMs < KEPT_FOR_MS && row.attempts < 30)
    throw new NodeFault('unavailable', 'DOCUMENT_NOT_YET_KNOWN', {
      retryAfterMs: Math.min(500 * (row.attempts + 1), 60_000),
    });
  await parts.inbox.settle(workspaceId, row.id, { status: 'kept', reason: { code: 'DOCUMENT_UNKNOWN', facts: {} } });
  // It may have become known at this very moment, before there was anything to take up.
  if ((await parts.documents.findAtOperator(workspaceId, at)) !== undefined)
    await parts.inbox.takeUpKept(workspaceId, at);
};
