import type { OperatorBox, OperatorCounterparty } from '@potok/contracts';
import { COUNTERAGENT } from './wire/codes.js';
import type { Organization } from './wire/shapes.js';

/** The boxes of an organization as ours. */
export const boxesOf = (organization: Organization): readonly OperatorBox[] =>
  organization.Boxes.map((box) => ({
    boxId: box.BoxId,
    fnsParticipantId: organization.FnsParticipantId ?? '',
    name: organization.ShortName ?? organization.FullName,
    inn: organization.Inn,
    ...(organization.Kpp === undefined || organization.Kpp === '' ? {} : { kpp: organization.Kpp }),
  }));

const RELATIONS: Readonly<Record<number, OperatorCounterparty['relation']>> = {
  [COUNTERAGENT.isMine]: 'partner',
  [COUNTERAGENT.invitesMe]: 'invites-us',
  [COUNTERAGENT.isInvitedByMe]: 'invited',
  [COUNTERAGENT.rejectsMe]: 'rejected',
  [COUNTERAGENT.isRejectedByMe]: 'rejected',
};

/** CounteragentStatus as the gateway's relation; what is unknown or not in the list is none. */
export const relationOf = (status: number | undefined): OperatorCounterparty['relation'] =>
  RELATIONS[status ?? 0] ?? 'none';
