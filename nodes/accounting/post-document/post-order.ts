import {
  NodeFault,
  type AccountingLine,
  type DocumentRecord,
  type OrganizationProfile,
  type PostOrder,
} from '@potok/contracts';
import type { UpdLine, UpdModel } from '@potok/documents';

interface Wish {
  readonly contract?: NonNullable<PostOrder['contract']>;
  readonly comment?: string;
}
type Content = Pick<UpdModel, 'buyer' | 'lines' | 'transfer'>;

/** Реализация out of a document of ours. The sums are those of the paper: accounting must not compute them anew. */
export const postOrderOf = (record: DocumentRecord, own: OrganizationProfile, wish: Wish): PostOrder => {
  const content = contentOf(record);
  const contract = wish.contract ?? contractOf(content);
  const { buyer, lines } = content;
  const { name, inn, kpp } = record.counterparty;
  return {
    documentId: record.documentId,
    number: record.number,
    date: record.date,
    organization: { inn: own.inn, ...(own.kpp === undefined ? {} : { kpp: own.kpp }) },
    counterparty: {
      name,
      ...(buyer.name === undefined ? {} : { fullName: buyer.name }),
      inn,
      ...(kpp === undefined ? {} : { kpp }),
    },
    ...(contract === undefined ? {} : { contract }),
    isVatIncluded: false,
    lines: lines.map(lineOf),
    total: record.total,
    vat: record.vat,
    ...(wish.comment === undefined ? {} : { comment: wish.comment }),
  };
};

const contentOf = ({ content, number }: DocumentRecord): Content => {
  if (typeof content === 'object' && content !== null && 'lines' in content && 'buyer' in content)
    return content as Content;
  throw new NodeFault('invalid', 'DOCUMENT_WITHOUT_LINES', { facts: { number } });
};

const contractOf = ({ transfer }: Content): PostOrder['contract'] => {
  const basis = transfer?.bases?.find(({ name }) => /^договор/i.test(name));
  return basis === undefined ? undefined : { name: basis.name, number: basis.number, date: basis.date };
};

const lineOf = (line: UpdLine): AccountingLine => ({
  name: line.name ?? '',
  ...(line.article === undefined ? {} : { article: line.article }),
  unitCode: line.unitCode ?? '',
  unitName: line.unitName ?? '',
  vatRate: line.vatRate,
  ...sumsOf(line),
  isService: line.kind === 'service' || line.kind === 'work',
});

const sumsOf = ({ quantity = '1', amountWithVat = '0.00', vat = '0.00', ...line }: UpdLine) => ({
  quantity,
  price: line.price ?? amountWithVat,
  amountWithoutVat: line.amountWithoutVat ?? amountWithVat,
  vat,
  amount: amountWithVat,
});
