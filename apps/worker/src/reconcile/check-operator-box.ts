import type { OperatorGateway, OutgoingDocument } from '@potok/contracts';
import { raiseDelivery } from '@potok/docflow';
import type { BoxRow, OutgoingMatchRow } from '@potok/persistence/engine';
import { folded, stateOf } from '../services/docflow-state.js';
import { newId } from '../services/new-id.js';
import type { Gap, Reconciling } from './reconciling.js';
import { firstIdOf } from './first-id.js';

/** Documents are sent within this time of being made; older ones are looked at by their events only. */
const SENT_WITHIN_DAYS = 60;

/** What the box has sent must be what we know as sent, one for one. What people send by hand is not ours and no gap. */
export const checkOperatorBox = (given: Reconciling, box: BoxRow): Promise<void> =>
  given.compare({ what: 'operator-box', connectionId: box.connection_id, subject: box.box_id }, async () => {
    const operator = (await given.parts.connections.open(given.workspaceId, box.connection_id)) as OperatorGateway;
    if (operator.listOutgoing === undefined && operator.findSent === undefined) return 'not-offered';
    return (await compareTheirs(given, box, operator)) + (await compareOurs(given, box, operator));
  });

const compareTheirs = async (given: Reconciling, box: BoxRow, operator: OperatorGateway): Promise<number> => {
  if (operator.listOutgoing === undefined) return 0;
  const since = given.since.toISOString();
  return given.eachPage({
    list: async (place, signal) =>
      (await operator.listOutgoing?.({ boxId: box.box_id, since, ...place }, { signal })) ?? NOTHING,
    page: async ({ documents }) => {
      const due = documents.filter((one) => given.isSettled(one.sentAt));
      for (const match of await given.parts.outside.matchOutgoing(given.workspaceId, box.box_id, due)) {
        const theirs = due.find((one) => one.messageId === match.message_id && one.entityId === match.entity_id);
        if (theirs !== undefined && !match.is_known) await settle(given, { box, match, theirs });
      }
      return documents.length;
    },
  });
};
const NOTHING = { documents: [], hasMore: false } as const;

interface Unknown {
  readonly box: BoxRow;
  readonly match: OutgoingMatchRow;
  readonly theirs: OutgoingDocument;
}

const settle = async (given: Reconciling, { box, match, theirs }: Unknown): Promise<void> => {
  const facts = { number: theirs.number ?? '', date: theirs.date ?? '', messageId: theirs.messageId };
  const about = { subject: `sent/${box.box_id}/${theirs.messageId}/${theirs.entityId}`, state: 'parked' } as const;
  if (match.own_id === null) {
    if (theirs.documentId === undefined) return;
    const ours = { ...facts, documentId: theirs.documentId };
    return given.found({ ...about, code: 'DOCUMENT_AT_OPERATOR_UNKNOWN', facts: ours });
  }
  const known = { ...about, documentId: match.own_id };
  if (match.own_message_id !== null) {
    const both = { ...facts, messageIds: [match.own_message_id, theirs.messageId] };
    return given.found({ ...known, code: 'DOCUMENT_SENT_TWICE', facts: both });
  }
  // A person may have sent a paper of the same number by hand: only our own id in it proves that it is this one.
  if (!match.is_by_id) return given.found({ ...known, code: 'DOCUMENT_AT_OPERATOR_UNKNOWN', facts });
  const gap: Gap = { ...known, code: 'DOCUMENT_SENDING_UNRECORDED', facts, state: 'mended' };
  const isNoted = await noteSending(given, { box, theirs, documentId: match.own_id });
  return given.found(isNoted ? gap : { ...gap, state: 'open' });
};

/** The send has succeeded and its answer never came: the document takes its place at the operator. */
const noteSending = async (
  given: Reconciling,
  of: { readonly box: BoxRow; readonly theirs: OutgoingDocument; readonly documentId: string },
): Promise<boolean> => {
  const { messageId, entityId, sentAt } = of.theirs;
  const row = await given.parts.documents.applyEvent(given.workspaceId, {
    documentId: of.documentId,
    id: newId(),
    auditId: newId(),
    at: new Date(sentAt),
    kind: 'sent',
    source: 'potok',
    eventKey: `sent:${messageId}/${entityId}`,
    facts: { system: of.box.system, messageId, reconciliationId: given.id },
    who: { kind: 'system', name: 'reconcile' },
    sent: { system: of.box.system, connectionId: of.box.connection_id, boxId: of.box.box_id, messageId, entityId },
    fold: (document) => folded(raiseDelivery(stateOf(document), 'sent')),
  });
  return row.message_id === messageId;
};

const compareOurs = async (given: Reconciling, box: BoxRow, operator: OperatorGateway): Promise<number> => {
  if (operator.findSent === undefined) return 0;
  return given.eachRow({
    first: firstIdOf(given.since, SENT_WITHIN_DAYS),
    list: (page) => given.parts.outside.listSent(given.workspaceId, box.box_id, { ...page, since: given.since }),
    idOf: (row) => row.id,
    page: async (rows) => {
      for (const row of rows) {
        await given.beat();
        const at = { boxId: box.box_id, messageId: row.message_id, entityId: row.entity_id };
        if ((await operator.findSent?.(at, { signal: given.signal() })) !== undefined) continue;
        await given.found({
          code: 'DOCUMENT_NOT_AT_OPERATOR',
          subject: `document/${row.id}`,
          state: 'parked',
          documentId: row.id,
          ...(row.run_id === null ? {} : { runId: row.run_id }),
          facts: { number: row.number, messageId: row.message_id },
        });
      }
    },
  });
};
