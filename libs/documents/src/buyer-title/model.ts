import { Type as t, type Static } from '@sinclair/typebox';
import { closed, legalDate, text } from '../fields.js';
import { InfoModel, referenceAs } from '../upd/reference.js';
import { UpdSigner } from '../upd/signer.js';
import { TransferPerson } from '../upd/transfer.js';
import { MomentModel } from '../titles/moment-model.js';

export const UPD_BUYER_KND = '1115132';

/** КодИтога, in the order of its codes 1–3; the words are those of the docflow's answer. */
export const OUTCOMES = ['accepted', 'accepted-with-discrepancies', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The buyer's title of УПД 5.03 (order ЕД-7-26/970@): what was answered, when, by whom. */
export const UpdBuyerTitle = t.Object(
  {
    sellerFileId: text('Имя файла продавца (ИдФайл)', 255),
    sellerFormedAt: MomentModel,
    sellerSignatures: t.Array(text('Подпись файла продавца, base64', 1_000_000), {
      maxItems: 20,
      description: 'Подписи файла продавца',
    }),
    documentName: text('Название первичного документа продавца', 255),
    function: text('Функция документа продавца', 6),
    number: t.Optional(text('Номер документа продавца', 1000)),
    date: legalDate('Дата документа продавца'),
    outcome: t.Union(
      OUTCOMES.map((outcome) => t.Literal(outcome)),
      { description: 'Итог: принято, принято с расхождениями, не принято' },
    ),
    acceptedOn: legalDate('Дата приёмки'),
    content: t.Optional(text('Содержание операции; при отказе пусто', 255)),
    kind: t.Optional(text('Вид операции', 255)),
    discrepancyAct: t.Optional(referenceAs('Документ о расхождениях')),
    person: t.Optional(TransferPerson),
    info: t.Optional(InfoModel),
    uid: t.Optional(text('Уникальный идентификатор документа', 1000)),
    composerName: t.Optional(text('Кто составил файл', 1000)),
    composerAuthority: t.Optional(referenceAs('Основание, по которому составлен документ')),
    signers: t.Array(UpdSigner, { maxItems: 20, description: 'Подписанты' }),
  },
  closed,
);
export type UpdBuyerTitle = Static<typeof UpdBuyerTitle>;
