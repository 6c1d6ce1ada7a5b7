import { Type as t, type Static } from '@sinclair/typebox';
import { closed, decimal, legalDate, text } from '../fields.js';
import { partyAs, PartyModel } from '../party/model.js';
import { UpdLine } from './line.js';
import { DocumentReference, InfoModel, referenceAs } from './reference.js';
import { UpdSigner } from './signer.js';
import { UpdTransfer } from './transfer.js';

/** КНД and version of the seller's title. */
export const UPD_KND = '1115131';
export const UPD_VERSION = '5.03';

/** Функция: счёт-фактура with первичный документ, счёт-фактура alone, первичный документ alone. */
export const UPD_FUNCTIONS = ['СЧФДОП', 'СЧФ', 'ДОП'] as const;
export type UpdFunction = (typeof UPD_FUNCTIONS)[number];

export const UpdTotals = t.Object(
  {
    amountWithoutVat: t.Optional(decimal('Всего без НДС')),
    vat: t.Optional(decimal('Всего НДС; пусто, когда все строки без НДС')),
    amountWithVat: t.Optional(decimal('Всего с НДС')),
    netQuantity: t.Optional(decimal('Количество нетто, всего')),
  },
  { ...closed, description: 'Итоги' },
);
export type UpdTotals = Static<typeof UpdTotals>;

export const UpdRevision = t.Object(
  {
    number: t.Integer({ minimum: 1, maximum: 999, description: 'Номер исправления' }),
    date: legalDate('Дата исправления'),
    sellerFileId: t.Optional(text('Имя исправляемого файла продавца (ИдФайл)', 255)),
    buyerFileId: t.Optional(text('Имя исправляемого файла покупателя (ИдФайл)', 255)),
  },
  { ...closed, description: 'Исправление: номер и дата документа прежние' },
);
export type UpdRevision = Static<typeof UpdRevision>;

export const PaymentDocument = t.Object(
  {
    number: t.Optional(text('Номер платёжного документа', 30)),
    date: t.Optional(legalDate('Дата платёжного документа')),
    amount: t.Optional(decimal('Сумма платежа')),
  },
  { ...closed, description: 'Платёжный документ (аванс)' },
);
export type PaymentDocument = Static<typeof PaymentDocument>;

export const CurrencyModel = t.Object(
  {
    code: text('Код валюты по ОКВ, три цифры: 643', 3),
    name: text('Название валюты: Российский рубль', 100),
    rate: t.Optional(decimal('Курс валюты')),
  },
  { ...closed, description: 'Валюта' },
);
export type CurrencyModel = Static<typeof CurrencyModel>;

/** ДопСвФХЖ1. */
export const AdditionalFacts = t.Object(
  {
    governmentContractId: t.Optional(text('Идентификатор госконтракта, 20–25 знаков', 25)),
    specialCase: t.Optional(text('Код особых обстоятельств: одна цифра у СЧФ, пять знаков у СЧФДОП и ДОП', 5)),
    treasury: t.Optional(
      t.Object(
        {
          contractNumber: text('Номер госконтракта', 100),
          contractDate: legalDate('Дата госконтракта'),
          account: t.Optional(text('Лицевой счёт продавца, 11 знаков', 11)),
          budgetCode: t.Optional(text('Код бюджетной классификации, 20 знаков', 20)),
          purposeCode: t.Optional(text('Код цели, 20 знаков', 20)),
          treasuryCode: t.Optional(text('Код казначейства', 4)),
          treasuryName: t.Optional(text('Название казначейства', 2000)),
        },
        { ...closed, description: 'Сведения для казначейства' },
      ),
    ),
    factor: t.Optional(partyAs('Фактор')),
    claimBasis: t.Optional(referenceAs('Основание уступки денежного требования')),
    documents: t.Optional(t.Array(DocumentReference, { maxItems: 100, description: 'Сопроводительные документы' })),
  },
  { ...closed, description: 'Дополнительные сведения об участниках и обстоятельствах' },
);
export type AdditionalFacts = Static<typeof AdditionalFacts>;

/**
 * The seller's title of УПД 5.03 in our words (order ЕД-7-26/970@ of 19.12.2023). Dates are ISO, sums decimal strings in
 * roubles (or the currency). `buildUpd` writes it, `parseUpd` reads it back, `checkUpd` says what is wrong with it.
 */
export const UpdModel = t.Object(
  {
    function: t.Union(
      UPD_FUNCTIONS.map((name) => t.Literal(name)),
      { description: 'Функция: СЧФДОП, СЧФ или ДОП' },
    ),
    number: text('Номер документа', 1000),
    date: legalDate('Дата документа'),
    revision: t.Optional(UpdRevision),
    documentName: t.Optional(text('Название первичного документа; пусто: по функции', 255)),
    factName: t.Optional(text('Название документа по факту хозяйственной жизни; пусто: обычное', 255)),
    composerName: t.Optional(text('Кто составил документ; пусто: продавец', 1000)),
    composerAuthority: t.Optional(referenceAs('Основание, по которому составлен документ')),
    uid: t.Optional(text('Уникальный идентификатор документа', 1000)),
    seller: partyAs('Продавец'),
    buyer: partyAs('Покупатель'),
    isConsignorSeller: t.Optional(t.Boolean({ description: 'Грузоотправитель: он же (продавец)' })),
    consignors: t.Optional(t.Array(PartyModel, { maxItems: 100, description: 'Грузоотправители' })),
    consignees: t.Optional(t.Array(PartyModel, { maxItems: 100, description: 'Грузополучатели' })),
    payments: t.Optional(t.Array(PaymentDocument, { maxItems: 1000, description: 'Платёжные документы (аванс)' })),
    shipments: t.Optional(
      t.Array(DocumentReference, { maxItems: 1000, description: 'Документы об отгрузке (строка 5а)' }),
    ),
    currency: CurrencyModel,
    additional: t.Optional(AdditionalFacts),
    info: t.Optional(InfoModel),
    lines: t.Array(UpdLine, { maxItems: 100_000, description: 'Строки' }),
    totals: t.Optional(UpdTotals),
    transfer: t.Optional(UpdTransfer),
    signers: t.Array(UpdSigner, { maxItems: 20, description: 'Подписанты' }),
  },
  closed,
);
export type UpdModel = Static<typeof UpdModel>;
