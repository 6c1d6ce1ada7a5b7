import type { OperatorEvent, OperatorGateway } from '@potok/contracts';
import type { BoxRow, KnownEventRow } from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';
import type { Gap, Reconciling } from './reconciling.js';

/** The scope under which a box's poller puts its events into the inbox. */
const scopeOf = (box: BoxRow): string => `box:${box.connection_id}/${box.box_id}`;

/**
 * What the operator has told of our documents since: each event must have changed its document. One that never came, or came
 * and changed nothing, goes the way of all events again, with the key that it has there.
 */
export const checkOperatorEvents = (given: Reconciling, box: BoxRow): Promise<void> =>
  given.compare({ what: 'operator-events', connectionId: box.connection_id, subject: box.box_id }, async () => {
    const operator = (await given.parts.connections.open(given.workspaceId, box.connection_id)) as OperatorGateway;
    const since = given.since.toISOString();
    return given.eachPage({
      list: (place, signal) => operator.listEvents({ boxId: box.box_id, since, ...place }, { signal }),
      page: async ({ events }) => {
        const due = events.filter((event) => given.isSettled(event.at));
        const known = await given.parts.outside.matchEvents(given.workspaceId, scopeOf(box), due);
        for (const row of known) {
          const event = due.find((one) => one.id === row.event_key);
          if (event !== undefined && !row.is_applied) await deliver(given, { box, event, row });
        }
        return events.length;
      },
    });
  });

const deliver = async (
  given: Reconciling,
  { box, event, row }: { readonly box: BoxRow; readonly event: OperatorEvent; readonly row: KnownEventRow },
): Promise<void> => {
  // It is on its way; the check of deliveries looks after that.
  if (row.inbox_status === 'new') return;
  const facts = { number: row.number, kind: event.kind, at: event.at, came: row.inbox_id !== null };
  const subject = `event/${event.boxId}/${event.id}`;
  const gap: Gap = { code: 'EVENT_LOST', subject, state: 'mended', documentId: row.document_id, facts };
  const trail = given.trail(gap, { kind: 'document', id: row.document_id });
  const { mends } = given.parts;
  const isDone =
    row.inbox_id === null
      ? await mends.deliverLost(
          given.workspaceId,
          {
            id: newId(),
            connectionId: box.connection_id,
            scope: scopeOf(box),
            eventKey: event.id,
            body: event,
          },
          trail,
        )
      : await mends.deliverAgain(given.workspaceId, row.inbox_id, trail);
  if (isDone) await given.found(gap);
};
