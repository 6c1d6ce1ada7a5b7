import { CursorRepository, OrganizationRepository } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import { getConnection } from '../connections/connection.service.js';
import type { Here } from '../identity/caller.js';
import { Refusal } from '../problems/refusal.js';
import type { OrganizationDto } from './organization.dto.js';

type Order = Exclude<OrganizationDto['boxes'], undefined>[number];

/** Boxes that are named replace those of before; each gets its poller, and those that went lose theirs. */
export const putBoxes = async (
  tx: EntityManager,
  { workspaceId }: Here,
  { organizationId, boxes }: { organizationId: string; boxes: readonly Order[] | undefined },
): Promise<void> => {
  if (boxes === undefined) return;
  const named = [];
  for (const [at, box] of boxes.entries()) {
    const { connectionId, boxId, fnsParticipantId } = box;
    named.push({ connectionId, boxId, fnsParticipantId, system: await systemOf(tx, box, `/boxes/${at}`) });
  }
  await refuseTaken(tx, organizationId, named);
  await new OrganizationRepository(tx).replaceBoxes(workspaceId, organizationId, named);
  const cursors = new CursorRepository(tx);
  await cursors.stopOrphanBoxes();
  for (const { connectionId, boxId } of named)
    await cursors.put({ workspaceId, kind: 'operator-box', connectionId, subject: boxId });
};

const systemOf = async (tx: EntityManager, { connectionId }: Order, place: string): Promise<string> => {
  const { system, gateways, name } = await getConnection(tx, connectionId);
  if (gateways.includes('operator')) return system;
  throw new Refusal('invalid', 'BOX_CONNECTION_WRONG', { field: `${place}/connectionId`, facts: { name } });
};

/** A box belongs to one organization, once. */
const refuseTaken = async (
  tx: EntityManager,
  organizationId: string,
  boxes: readonly { readonly system: string; readonly boxId: string }[],
): Promise<void> => {
  const organizations = new OrganizationRepository(tx);
  const seen = new Set<string>();
  for (const [at, { system, boxId }] of boxes.entries()) {
    const taken = await organizations.findBox(system, boxId);
    const isOfOther = taken !== undefined && taken.organizationId !== organizationId;
    if (isOfOther || seen.has(`${system} ${boxId}`))
      throw new Refusal('conflict', 'BOX_TAKEN', { field: `/boxes/${at}/boxId`, facts: { boxId } });
    seen.add(`${system} ${boxId}`);
  }
};
