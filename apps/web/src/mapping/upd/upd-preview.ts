import { isNodeFault, type OrganizationProfile, type OrganizationView } from '@potok/contracts';
import {
  buildUpd,
  checkUpd,
  linesOfOrder,
  momentOf,
  orderLineOfCrm,
  updContentOf,
  updModelOf,
  updSignerOf,
  viewOfUpd,
  type UpdModel,
} from '@potok/documents';
import { nobody, profileOf } from '../own-profile.js';
import { filledOrder, type FilledOrder } from './filled-order.js';

/** A rule that a document breaks: a code with facts, and the target field. */
export interface DocumentProblem {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  readonly severity: 'error' | 'warning';
}

/** The УПД that a node's input would make. */
export interface ForeseenUpd {
  readonly model: UpdModel;
  readonly own: OrganizationProfile;
  readonly problems: readonly DocumentProblem[];
}

/** Stands for the number and the ids that only a run knows. */
const TO_COME = '1';
const IDS = {
  senderId: '2BM-0000000000-000000000-000000000000000000000',
  receiverId: '2BM-0000000000-000000000-000000000000000000000',
  guid: '00000000-0000-4000-8000-000000000000',
} as const;

const problem = (code: string, pointer: string, facts: DocumentProblem['facts'] = {}): DocumentProblem => ({
  code,
  facts,
  pointer,
  severity: 'error',
});

/** The organization that the seller's ИНН and КПП name, or the only one. */
const ownOf = (
  { seller }: FilledOrder,
  organizations: readonly OrganizationView[],
): OrganizationProfile | 'ORGANIZATION_NOT_FOUND' | 'ORGANIZATION_AMBIGUOUS' => {
  const { inn, kpp } = seller ?? {};
  const fitting = organizations.filter(
    (one) => (inn === undefined || one.inn === inn) && (kpp === undefined || one.kpp === kpp),
  );
  const [first] = fitting;
  if (first === undefined) return 'ORGANIZATION_NOT_FOUND';
  return fitting.length === 1 ? profileOf(first) : 'ORGANIZATION_AMBIGUOUS';
};

const demands = ({ currency, hasBuyer, dealId }: FilledOrder): readonly DocumentProblem[] => [
  ...(currency === undefined || currency === 'RUB' ? [] : [problem('CURRENCY_NOT_ROUBLES', '/currency', { currency })]),
  ...(hasBuyer ? [] : [problem('BUYER_MISSING', '/buyer', { dealId })]),
];

const modelFor = (order: FilledOrder, own: OrganizationProfile, now: Date): UpdModel => {
  const lines = linesOfOrder(order.lines.map(orderLineOfCrm), 'on-top');
  const content = updContentOf(order, { own, lines });
  const date = order.date ?? momentOf(now, own.timeZone).date;
  return updModelOf(content, { number: order.number ?? TO_COME, date });
};

const signerProblem = (order: FilledOrder, own: OrganizationProfile): DocumentProblem | undefined => {
  try {
    updSignerOf(own, order.certificateId);
    return undefined;
  } catch (error) {
    if (isNodeFault(error)) return problem(error.code, '/certificateId', error.facts);
    throw error;
  }
};

/** Fields of the document that are made of fields of the input. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^\/lines\/\d+\/(price|amount\w*|vat|vatAmount)$/, '/lines/*/priceWithoutVat'],
  [/^\/lines\/\d+\/(\w+).*$/, '/lines/*/$1'],
  [/^\/(lines|totals).*$/, '/lines'],
  [/^\/consignees\/\d+/, '/buyer'],
  [/^\/buyer\/address.*$/, '/buyer/address'],
  [/^\/seller.*$/, '/seller'],
  [/^\/transfer\/content.*$/, '/operation'],
  [/^\/transfer\/date.*$/, '/transferDate'],
  [/^\/transfer\/bases.*$/, '/bases'],
  [/^\/signers.*$/, '/certificateId'],
  [/^\/(consignors|payments|shipments|additional|info)(.*)$/, '/more/$1$2'],
  [/^\/function.*$/, '/documentFunction'],
];

const placeOf = (field: string): string => {
  const found = PLACES.find(([pattern]) => pattern.test(field));
  return found === undefined ? field : field.replace(found[0], found[1]);
};

interface Checked {
  readonly model: UpdModel;
  readonly own: OrganizationProfile;
  readonly isKnown: boolean;
  /** Nobody named one, so the buyer is it, and what is wrong with him is told of him. */
  readonly isBuyerConsignee: boolean;
}

const ruleProblems = ({ model, own, isKnown, isBuyerConsignee }: Checked): readonly DocumentProblem[] =>
  checkUpd(model, { today: model.date, ...(isKnown ? { taxRegime: own.taxRegime } : {}) })
    .filter(({ field }) => !(isBuyerConsignee && field.startsWith('/consignees')))
    .map(({ code, facts, field, severity }) => ({ code, facts, severity, pointer: placeOf(field) }))
    // Who the seller is, and whether he is told right, is not the mapping's business while nobody is chosen.
    .filter(({ pointer }) => isKnown || !/^\/(seller|certificateId)/.test(pointer));

/** Who sells, and what is wrong with that. Nobody: a document with an empty seller, whom no rule judges. */
interface Seller {
  readonly own: OrganizationProfile;
  readonly isKnown: boolean;
  readonly problems: readonly DocumentProblem[];
}

const sellerOf = (order: FilledOrder, organizations: readonly OrganizationView[]): Seller => {
  if (organizations.length === 0) return { own: nobody, isKnown: false, problems: [] };
  const found = ownOf(order, organizations);
  if (typeof found === 'string')
    return { own: nobody, isKnown: false, problems: [problem(found, '/seller', { ...order.seller })] };
  const signer = signerProblem(order, found);
  if (signer === undefined) return { own: found, isKnown: true, problems: [] };
  return { own: { ...found, signers: nobody.signers }, isKnown: false, problems: [signer] };
};

const withRules = (order: FilledOrder, { own, isKnown, problems }: Seller, now: Date): ForeseenUpd => {
  const model = modelFor(isKnown ? order : { ...order, certificateId: undefined }, own, now);
  const isWhole = order.hasBuyer && order.lines.length > 0;
  if (!isWhole) return { model, own, problems };
  const isBuyerConsignee = order.more?.consignees === undefined;
  return { model, own, problems: [...problems, ...ruleProblems({ model, own, isKnown, isBuyerConsignee })] };
};

/**
 * The document that an input makes, with what its rules find. Never throws for bad data: what is missing is an empty
 * place. `organizations` are the own ones; an empty list means that they are not known yet.
 */
export const foreseeUpd = (
  input: unknown,
  organizations: readonly OrganizationView[],
  now: Date,
): ForeseenUpd | { readonly problems: readonly DocumentProblem[] } => {
  const order = filledOrder(input);
  const seller = sellerOf(order, organizations);
  const first = demands(order);
  try {
    const foreseen = withRules(order, seller, now);
    return { ...foreseen, problems: [...first, ...foreseen.problems] };
  } catch (error) {
    if (isNodeFault(error)) return { problems: [...first, ...seller.problems, problem(error.code, '', error.facts)] };
    throw error;
  }
};

export const viewOf = ({ model }: ForeseenUpd) => viewOfUpd(model);

/** Its XML, as text; ids that only a run knows are zeros. Throws NodeFault for what cannot be written. */
export const xmlOf = ({ model, own }: ForeseenUpd, now: Date): string => {
  const { bytes } = buildUpd(model, IDS, momentOf(now, own.timeZone));
  return new TextDecoder('windows-1251').decode(bytes);
};
