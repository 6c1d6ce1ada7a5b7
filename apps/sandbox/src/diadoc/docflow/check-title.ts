import { checkTitle } from '@potok/documents';

import { readBuyerTitle, readSellerTitle, type BuyerTitleFacts, type SellerTitleFacts } from '../files/title-facts.js';
import { DiadocError } from '../http/diadoc-error.js';
import type { OrganizationRecord } from '../state/state.js';
import type { DocumentAttachmentWire } from '../wire/message-to-post.js';
import { DOCUMENT_TYPES, TITLE_VERSIONS, WORKFLOWS, type DocumentTypeRow } from './document-types.js';
import type { DocumentEntity } from './tree.js';

export interface CheckedTitle {
  readonly row: DocumentTypeRow;
  readonly facts: SellerTitleFacts;
  readonly version: string;
  readonly function: string;
  readonly workflowId: number;
}

const SELLER_KND = '1115131';
const refuse = (text: string): never => {
  throw new DiadocError(400, text);
};

/** What the operator demands of a seller's title before it takes it. */
export const checkSellerTitle = async (
  attachment: DocumentAttachmentWire,
  bytes: Uint8Array,
  parties: { from: OrganizationRecord; to: OrganizationRecord },
): Promise<CheckedTitle> => {
  const row = DOCUMENT_TYPES.find((one) => one.name === attachment.TypeNamedId);
  if (!row) return refuse(`Тип документа ${attachment.TypeNamedId} в песочнице не поддерживается`);
  const facts = readSellerTitle(bytes) ?? refuse('Содержимое не является титулом продавца УПД');
  const named = attachment.Function ?? '';
  demandFunction(row, facts, named);
  const version = attachment.Version ?? '';
  const form = TITLE_VERSIONS[version] ?? refuse(`Версия ${version} типа ${row.name} неизвестна`);
  if (facts.knd !== SELLER_KND || facts.formVersion !== form) {
    refuse(`Файл версии ${facts.formVersion} с КНД ${facts.knd} не соответствует версии ${version}`);
  }
  demandFileId(facts.fileId, 'ON_NSCHFDOPPR', { to: parties.to, from: parties.from });
  if (form === '5.03') await demandSchema(bytes, 'upd-seller');
  return { row, facts, version, function: named, workflowId: workflowOf(named, attachment.WorkflowId) };
};

const demandFunction = (row: DocumentTypeRow, facts: SellerTitleFacts, named: string): void => {
  if (!row.functions.includes(named)) refuse(`Функция ${named} не поддерживается типом ${row.name}`);
  if (facts.function !== named) refuse(`Функция в файле «${facts.function}» отличается от переданной «${named}»`);
};

const workflowOf = (named: string, wanted: number | undefined): number => {
  const allowed = WORKFLOWS[named] ?? [];
  const chosen = wanted ?? allowed[0];
  if (chosen === undefined || !allowed.includes(chosen)) {
    throw new DiadocError(400, `Вид документооборота ${String(wanted)} недоступен для функции ${named}`);
  }
  return chosen;
};

/** ИдФайл names the receiver, then the sender. */
const demandFileId = (
  fileId: string,
  prefix: string,
  { to, from }: { to: OrganizationRecord; from: OrganizationRecord },
): void => {
  const start = `${prefix}_${to.fnsParticipantId}_${from.fnsParticipantId}_`.toLowerCase();
  if (fileId.toLowerCase().startsWith(start)) return;
  refuse(
    `ИдФайл ${fileId} не соответствует участникам: получатель ${to.fnsParticipantId}, отправитель ${from.fnsParticipantId}`,
  );
};

const demandSchema = async (bytes: Uint8Array, format: 'upd-seller' | 'upd-buyer'): Promise<void> => {
  const [first] = await checkTitle(bytes, format);
  if (first) refuse(`Файл не соответствует схеме: ${first.field} (${first.code})`);
};

/** The answer of a buyer must speak of the seller's file and go back to its sender. */
export const checkBuyerTitle = async (
  document: DocumentEntity,
  bytes: Uint8Array,
  parties: { buyer: OrganizationRecord; seller: OrganizationRecord },
): Promise<BuyerTitleFacts> => {
  const facts = readBuyerTitle(bytes) ?? refuse('Содержимое не является титулом покупателя УПД');
  if (facts.sellerFileId !== document.document.fileId) {
    refuse(`Титул покупателя ссылается на файл ${facts.sellerFileId}, ожидается ${document.document.fileId}`);
  }
  demandFileId(facts.fileId, 'ON_NSCHFDOPPOK', { to: parties.seller, from: parties.buyer });
  if (TITLE_VERSIONS[document.document.version] === '5.03') await demandSchema(bytes, 'upd-buyer');
  return facts;
};
