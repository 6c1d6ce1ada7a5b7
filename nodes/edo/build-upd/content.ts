import { isNodeFault, NodeFault, type OrganizationProfile, type SignerProfile } from '@potok/contracts';
import {
  computeLine,
  computeTotals,
  findUnit,
  findUnitByName,
  partyOfOrganization,
  partyOfRequisites,
  type UpdLine,
  type UpdModel,
} from '@potok/documents';
import type { Line } from '../../src/schemas/line.js';
import type { Input } from './input.js';

/** Everything of a УПД but what its row fixes: the number and the date. Kept with the document for correction and export. */
export type UpdContent = Omit<UpdModel, 'number' | 'date'>;

const VAT_PAYERS: readonly OrganizationProfile['taxRegime'][] = ['osno', 'usn-vat-5', 'usn-vat-7'];

export const contentOf = (
  input: Input & { readonly buyer: NonNullable<Input['buyer']> },
  own: OrganizationProfile,
): UpdContent => {
  const lines = input.lines.map(lineOf);
  const hasGoods = lines.some(({ kind }) => kind === 'goods');
  const buyer = partyOfRequisites(input.buyer);
  const isInvoice = VAT_PAYERS.includes(own.taxRegime);
  const documentFunction = input.documentFunction ?? (isInvoice ? 'СЧФДОП' : 'ДОП');
  return {
    function: documentFunction,
    seller: partyOfOrganization(own),
    buyer,
    ...(hasGoods ? { isConsignorSeller: true, consignees: [buyer] } : {}),
    currency: { code: '643', name: 'Российский рубль' },
    lines,
    totals: computeTotals(lines),
    ...(documentFunction === 'СЧФ' ? {} : { transfer: transferOf(input, lines) }),
    signers: [signedBy(signerOf(own, input.certificateId))],
    ...input.more,
  };
};

/** The signer that was asked for, or the first one. Throws SIGNER_NOT_FOUND (invalid). */
export const signerOf = (own: OrganizationProfile, certificateId: string | undefined): SignerProfile => {
  const found = own.signers.find((one) => certificateId === undefined || one.certificateId === certificateId);
  if (found !== undefined) return found;
  throw new NodeFault('invalid', 'SIGNER_NOT_FOUND', { facts: { name: own.name, certificateId } });
};

const signedBy = ({ person, position }: SignerProfile): UpdModel['signers'][number] => ({
  person: { ...person },
  ...(position === undefined ? {} : { position }),
  authority: 'certificate',
});

const lineOf = (line: Line, index: number): UpdLine => {
  const sums = sumsOf(line, index);
  return {
    number: index + 1,
    name: line.name,
    kind: line.isService ? 'service' : 'goods',
    ...unitOf(line),
    ...(line.article === undefined ? {} : { article: line.article }),
    quantity: line.quantity,
    vatRate: line.vatRate,
    ...sums,
  };
};

/** ОКЕИ knows the name of a code and the code of most names; what it does not know is left to the checks. */
const unitOf = ({ unitCode, unitName }: Line): Pick<UpdLine, 'unitCode' | 'unitName'> => {
  const known = unitCode === undefined ? findUnitByName(unitName ?? '') : findUnit(unitCode);
  const code = known?.code ?? unitCode;
  const name = unitName ?? known?.name;
  return { ...(code === undefined ? {} : { unitCode: code }), ...(name === undefined ? {} : { unitName: name }) };
};

const sumsOf = (line: Line, index: number) => {
  const { quantity, vatRate, isVatIncluded } = line;
  try {
    return isVatIncluded
      ? computeLine({ quantity, vatRate, price: line.priceWithVat, mode: 'inside' })
      : computeLine({ quantity, vatRate, price: line.priceWithoutVat, mode: 'on-top' });
  } catch (error) {
    if (!isNodeFault(error)) throw error;
    throw new NodeFault(error.kind, error.code, {
      facts: { ...error.facts, line: index + 1, name: line.name, field: `/lines/${index}` },
      cause: error,
    });
  }
};

const transferOf = (input: Input, lines: readonly UpdLine[]): NonNullable<UpdModel['transfer']> => ({
  content: input.operation ?? operationOf(lines),
  ...(input.transferDate === undefined ? {} : { date: input.transferDate }),
  ...(input.bases === undefined ? {} : { bases: input.bases }),
});

const operationOf = (lines: readonly UpdLine[]): string => {
  const services = lines.filter(({ kind }) => kind === 'service').length;
  if (services === 0) return 'Товары переданы';
  return services === lines.length ? 'Услуги оказаны' : 'Товары переданы, услуги оказаны';
};

/** The title's model: the content with the number and the date that the document's row has fixed. */
export const modelOf = (
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
