import {
  NodeFault,
  type CallOptions,
  type OperatorBox,
  type OperatorCounterparty,
  type OperatorGateway,
  type OrganizationProfile,
  type PartyRequisites,
} from '@potok/contracts';

/** Whose boxes the document goes between. */
export interface Boxes {
  readonly own: OperatorBox;
  readonly theirs: OperatorCounterparty;
}

/**
 * Own box of the organization and the buyer's box by ИНН and КПП. Throws OWN_BOX_NOT_FOUND, BUYER_INN_MISSING (invalid),
 * COUNTERPARTY_UNKNOWN, COUNTERPARTY_ROAMING, COUNTERPARTY_NOT_PARTNER (refused).
 */
export const findBoxes = async (
  client: OperatorGateway,
  { own, buyer }: { readonly own: OrganizationProfile; readonly buyer: PartyRequisites },
  options: CallOptions,
): Promise<Boxes> => {
  const box = ownBox(await client.listBoxes(options), own);
  const inn = buyer.inn?.trim() ?? '';
  if (inn === '') throw new NodeFault('invalid', 'BUYER_INN_MISSING', { facts: { name: buyer.name } });
  const kpp = buyer.kind === 'legal' ? buyer.kpp?.trim() : undefined;
  const by = { boxId: box.boxId, inn, ...(kpp === undefined || kpp === '' ? {} : { kpp }) };
  return { own: box, theirs: partnerOf(await client.findCounterparties(by, options), buyer) };
};

const ownBox = (boxes: readonly OperatorBox[], own: OrganizationProfile): OperatorBox => {
  // An operator writes one box id in several ways; the participant's id is the same everywhere, in any letter case.
  const known = own.boxes.flatMap(({ boxId, fnsParticipantId }) => [boxId, fnsParticipantId.toLowerCase()]);
  const found = boxes.find((box) => known.includes(box.boxId) || known.includes(box.fnsParticipantId.toLowerCase()));
  if (found !== undefined) return found;
  throw new NodeFault('invalid', 'OWN_BOX_NOT_FOUND', { facts: { name: own.name, inn: own.inn } });
};

const partnerOf = (
  found: readonly OperatorCounterparty[],
  { name, inn, kpp }: PartyRequisites,
): OperatorCounterparty => {
  const partner = found.find(({ relation }) => relation === 'partner');
  if (partner !== undefined) return partner;
  const [first] = found;
  const facts = { name, inn, kpp, relation: first?.relation };
  if (first === undefined) throw new NodeFault('refused', 'COUNTERPARTY_UNKNOWN', { facts });
  throw new NodeFault('refused', first.isRoaming ? 'COUNTERPARTY_ROAMING' : 'COUNTERPARTY_NOT_PARTNER', { facts });
};
