import type { OperatorGateway } from '@potok/contracts';
import { newId } from '../services/new-id.js';
import type { CursorReader } from './poll-cursor.js';

const LIMIT = 100;

/** Events of one operator's box, in the operator's order, into the inbox under the operator's own id. */
export const operatorBoxReader = (everyMs: number): CursorReader => ({
  everyMs,
  read: async ({ cursor, client, signal }) => {
    const operator = client as OperatorGateway;
    const read = await operator.listEvents(
      { boxId: cursor.subject, limit: LIMIT, ...(cursor.value === null ? {} : { cursor: cursor.value }) },
      { signal },
    );
    return {
      value: read.cursor ?? cursor.value,
      isMore: read.hasMore,
      rows: read.events.map((event) => ({
        id: newId(),
        source: 'operator',
        connectionId: cursor.connection_id,
        scope: `box:${cursor.connection_id}/${cursor.subject}`,
        eventKey: event.id,
        body: event,
      })),
    };
  },
});
