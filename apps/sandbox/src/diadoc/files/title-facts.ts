import { attributeOf, find, readXml, type Element } from './xml.js';

/** What the operator reads out of a seller's title to show and to check it. */
export interface SellerTitleFacts {
  readonly knd: string;
  readonly formVersion: string;
  readonly fileId: string;
  readonly function: string;
  readonly number: string;
  readonly date: string;
  readonly total: string;
  readonly vat?: string;
  readonly currency: string;
  readonly formedDate: string;
  readonly formedTime: string;
  readonly documentName: string;
}

const INVOICE_NAME = 'Счет-фактура';

/** Undefined when the bytes are no seller's title at all. */
export const readSellerTitle = (bytes: Uint8Array): SellerTitleFacts | undefined => {
  const root = readXml(bytes);
  const document = find(root, 'Документ');
  const invoice = find(document, 'СвСчФакт');
  const knd = attributeOf(document, 'КНД');
  const number = attributeOf(invoice, 'НомерДок') ?? attributeOf(invoice, 'НомерСчФ');
  const date = attributeOf(invoice, 'ДатаДок') ?? attributeOf(invoice, 'ДатаСчФ');
  if (!root || !document || !knd || !date) return undefined;
  return {
    knd,
    ...fileFacts(root, document),
    number: number ?? 'без номера',
    date,
    currency: attributeOf(find(invoice, 'ДенИзм'), 'КодОКВ') ?? '643',
    ...sums(find(document, 'ТаблСчФакт/ВсегоОпл')),
  };
};

const fileFacts = (root: Element, document: Element) => ({
  fileId: attributeOf(root, 'ИдФайл') ?? '',
  formVersion: attributeOf(root, 'ВерсФорм') ?? '',
  function: attributeOf(document, 'Функция') ?? '',
  formedDate: attributeOf(document, 'ДатаИнфПр') ?? '',
  formedTime: attributeOf(document, 'ВремИнфПр') ?? '',
  documentName: attributeOf(document, 'НаимДокОпр') ?? INVOICE_NAME,
});

const sums = (total: Element | undefined) => {
  const vat = find(total, 'СумНалВсего/СумНал')?.text;
  return { total: attributeOf(total, 'СтТовУчНалВсего') ?? '0.00', ...(vat ? { vat } : {}) };
};

export interface BuyerTitleFacts {
  readonly fileId: string;
  readonly sellerFileId: string;
  readonly outcomeCode: string;
  readonly acceptedOn: string;
  readonly words?: string;
}

export const readBuyerTitle = (bytes: Uint8Array): BuyerTitleFacts | undefined => {
  const root = readXml(bytes);
  const document = find(root, 'Документ');
  const fileId = attributeOf(root, 'ИдФайл');
  const accepted = find(document, 'СодФХЖ4/СвПрин');
  const sellerFileId = attributeOf(find(document, 'ИдИнфПрод'), 'ИдФайлИнфПр');
  if (attributeOf(document, 'КНД') !== '1115132' || !fileId || !sellerFileId) return undefined;
  const words = attributeOf(accepted, 'СодОпер');
  return {
    fileId,
    sellerFileId,
    outcomeCode: attributeOf(find(accepted, 'КодСодОпер'), 'КодИтога') ?? '1',
    acceptedOn: attributeOf(accepted, 'ДатаПрин') ?? '',
    ...(words ? { words } : {}),
  };
};

export type ServiceKind = 'receipt' | 'notice' | 'revocation';

export interface ServiceFacts {
  readonly kind: ServiceKind;
  readonly fileId: string;
  /** ИдФайл of the file that it speaks of. */
  readonly aboutFileId: string;
  readonly text?: string;
}

const BODIES: readonly (readonly [ServiceKind, string, string, string])[] = [
  ['receipt', 'СвИзвПолуч', 'СведПолФайл', 'ИмяПолФайла'],
  ['notice', 'СвУведУточ', 'СведПолФайл', 'ИмяПолФайла'],
  ['revocation', 'СвПредАн', 'СведАнФайл', 'ИмяАнФайла'],
];

/** ИоП, УоУ or refusal, ПОА; undefined when the bytes are none of them. */
export const readServiceFile = (bytes: Uint8Array): ServiceFacts | undefined => {
  const root = readXml(bytes);
  const fileId = attributeOf(root, 'ИдФайл');
  const document = find(root, 'Документ');
  if (!fileId || !document) return undefined;
  for (const [kind, bodyName, fileName, attribute] of BODIES) {
    const body = find(document, bodyName);
    const aboutFileId = attributeOf(find(body, fileName), attribute);
    const text = (find(body, 'ТекстУведУточ') ?? find(body, 'ТекстПредАн'))?.text;
    if (aboutFileId) return { kind, fileId, aboutFileId, ...(text ? { text } : {}) };
  }
  return undefined;
};
