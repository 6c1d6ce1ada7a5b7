import { NodeFault } from '@potok/contracts';
import type { InboxRow } from '@potok/persistence/engine';
import type { DocflowParts } from './docflow-parts.js';

/**
 * A callback: its endpoint belongs to one wait and bears its id. After the wait is answered a repeat is kept and shown, and
 * wakes nobody.
 */
export const handleCallback = async (
  { inbox, services, courier }: Pick<DocflowParts, 'inbox' | 'services' | 'courier'>,
  workspaceId: string,
  row: InboxRow,
): Promise<void> => {
  if (row.endpoint_id === null) throw new NodeFault('invalid', 'CALLBACK_WITHOUT_ENDPOINT');
  const body = row.raw === null ? { body: row.body } : { file: await keep(services, workspaceId, row) };
  const { leaseMs } = courier;
  const order = await inbox.giveToWait(workspaceId, {
    inboxId: row.id,
    waitId: row.endpoint_id,
    body,
    at: row.received_at,
    isLast: true,
    leaseMs,
  });
  if (order !== undefined) courier.carry(order, leaseMs);
  else
    await inbox.settle(workspaceId, row.id, { status: 'kept', reason: { code: 'WAIT_ALREADY_ANSWERED', facts: {} } });
};

/** What is no JSON and no form is kept as a file. */
const keep = async (services: DocflowParts['services'], workspaceId: string, row: InboxRow) =>
  services
    .lend(['blobs'], { workspaceId, runId: '' })
    .blobs?.put(row.raw ?? new Uint8Array(), { mediaType: row.content_type });
