import { NodeFault } from '@potok/contracts';
import type { InboxRepository, InboxRow } from '@potok/persistence/engine';

/**
 * A callback: its endpoint belongs to one wait and bears its id. After the wait is answered a repeat is kept and shown, and
 * wakes nobody.
 */
export const handleCallback = async (inbox: InboxRepository, workspaceId: string, row: InboxRow): Promise<void> => {
  if (row.endpoint_id === null) throw new NodeFault('invalid', 'CALLBACK_WITHOUT_ENDPOINT');
  const body = {
    body: row.body ?? row.raw?.toString('utf8') ?? null,
    headers: row.headers,
    receivedAt: row.received_at.toISOString(),
  };
  const isGiven = await inbox.giveToWait(workspaceId, {
    inboxId: row.id,
    waitId: row.endpoint_id,
    body,
    at: row.received_at,
    isLast: true,
  });
  if (!isGiven)
    await inbox.settle(workspaceId, row.id, { status: 'kept', reason: { code: 'WAIT_ALREADY_ANSWERED', facts: {} } });
};
