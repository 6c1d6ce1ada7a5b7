import { NodeFault, type OrganizationProfile, type PartyRequisites, type SignerProfile } from '@potok/contracts';
import { partyOfOrganization, partyOfRequisites } from '../party/convert.js';
import { computeTotals } from '../totals/compute-totals.js';
import type { UpdLine } from './line.js';
import type { UpdFunction, UpdModel } from './model.js';

/** Everything of a УПД but what its row fixes: the number and the date. Kept with the document for correction and export. */
export type UpdContent = Omit<UpdModel, 'number' | 'date'>;

/** What is asked of a УПД beside its lines, as a deal or a person has it. */
export interface UpdOrder {
  readonly buyer: PartyRequisites;
  readonly documentFunction?: UpdFunction;
  /** «Товары переданы»; absent: by the lines. */
  readonly operation?: string;
  readonly transferDate?: string;
  readonly bases?: NonNullable<UpdModel['transfer']>['bases'];
  readonly certificateId?: string | undefined;
  /** Rare parts of the document. */
  readonly more?: Partial<UpdModel>;
}

const VAT_PAYERS: readonly OrganizationProfile['taxRegime'][] = ['osno', 'usn-vat-5', 'usn-vat-7'];

/** A УПД of an own organization: function by its regime, totals, signer. Throws SIGNER_NOT_FOUND (invalid). */
export const updContentOf = (
  order: UpdOrder,
  { own, lines }: { readonly own: OrganizationProfile; readonly lines: UpdLine[] },
): UpdContent => {
  const hasGoods = lines.some(({ kind }) => kind === 'goods');
  const buyer = partyOfRequisites(order.buyer);
  const isInvoice = VAT_PAYERS.includes(own.taxRegime);
  const documentFunction = order.documentFunction ?? (isInvoice ? 'СЧФДОП' : 'ДОП');
  return {
    function: documentFunction,
    seller: partyOfOrganization(own),
    buyer,
    ...(hasGoods ? { isConsignorSeller: true, consignees: [buyer] } : {}),
    currency: { code: '643', name: 'Российский рубль' },
    lines,
    totals: computeTotals(lines),
    ...(documentFunction === 'СЧФ' ? {} : { transfer: transferOf(order, lines) }),
    signers: [signedBy(updSignerOf(own, order.certificateId))],
    ...order.more,
  };
};

/** The signer that was asked for, or the first one. Throws SIGNER_NOT_FOUND (invalid). */
export const updSignerOf = (own: OrganizationProfile, certificateId: string | undefined): SignerProfile => {
  const found = own.signers.find((one) => certificateId === undefined || one.certificateId === certificateId);
  if (found !== undefined) return found;
  throw new NodeFault('invalid', 'SIGNER_NOT_FOUND', { facts: { name: own.name, certificateId } });
};

const signedBy = ({ person, position }: SignerProfile): UpdModel['signers'][number] => ({
  person: { ...person },
  ...(position === undefined ? {} : { position }),
  authority: 'certificate',
});

const transferOf = (order: UpdOrder, lines: readonly UpdLine[]): NonNullable<UpdModel['transfer']> => ({
  content: order.operation ?? operationOf(lines),
  ...(order.transferDate === undefined ? {} : { date: order.transferDate }),
  ...(order.bases === undefined ? {} : { bases: order.bases }),
});

const operationOf = (lines: readonly UpdLine[]): string => {
  const services = lines.filter(({ kind }) => kind === 'service').length;
  if (services === 0) return 'Товары переданы';
  return services === lines.length ? 'Услуги оказаны' : 'Товары переданы, услуги оказаны';
};

/** The title's model: the content with the number and the date that the document's row has fixed. */
export const updModelOf = (
  content: UpdContent,
  { number, date }: { readonly number: string; readonly date: string },
): UpdModel => {
  const { transfer } = content;
  return {
    ...content,
    number,
    date,
    ...(transfer === undefined ? {} : { transfer: { ...transfer, date: transfer.date ?? date } }),
  };
};
