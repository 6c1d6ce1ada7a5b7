import { Type as t, type Static } from '@sinclair/typebox';
import { closed, legalDate, text } from '../fields.js';
import { PersonModel } from '../party/model.js';

/** СпосПодтПолном, in the order of its codes 1–6 (meaning of the codes: public code, unverified). */
export const AUTHORITIES = ['certificate', 'mchd-file', 'mchd-system', 'mchd-other', 'paper', 'other'] as const;
export type Authority = (typeof AUTHORITIES)[number];
/** ТипПодпис, in the order of its codes 1–3. */
export const SIGNATURE_KINDS = ['qualified', 'simple', 'enhanced'] as const;
export type SignatureKind = (typeof SIGNATURE_KINDS)[number];

export const ElectronicAuthority = t.Object(
  {
    number: text('Номер МЧД (GUID)', 36),
    issuedOn: legalDate('Дата выдачи МЧД'),
    innerNumber: t.Optional(text('Внутренний номер доверенности', 50)),
    innerDate: t.Optional(legalDate('Внутренняя дата доверенности')),
    storage: text('Система, где МЧД хранится', 500),
    url: t.Optional(text('Адрес этой системы', 500)),
  },
  { ...closed, description: 'Машиночитаемая доверенность (МЧД)' },
);
export type ElectronicAuthority = Static<typeof ElectronicAuthority>;

export const PaperAuthority = t.Object(
  {
    issuedOn: legalDate('Дата выдачи доверенности'),
    number: text('Номер доверенности', 50),
    note: t.Optional(text('Сведения о доверителе и доверенности', 1000)),
    issuer: t.Optional(PersonModel),
  },
  { ...closed, description: 'Доверенность на бумаге' },
);
export type PaperAuthority = Static<typeof PaperAuthority>;

export const UpdSigner = t.Object(
  {
    person: PersonModel,
    position: t.Optional(text('Должность', 255)),
    authority: t.Union(
      AUTHORITIES.map((authority) => t.Literal(authority)),
      { description: 'Чем подтверждены полномочия: сертификат, МЧД (в пакете, в системе, иначе), бумага, иное' },
    ),
    signatureKind: t.Optional(
      t.Union(
        SIGNATURE_KINDS.map((kind) => t.Literal(kind)),
        { description: 'Вид подписи: квалифицированная, простая, неквалифицированная' },
      ),
    ),
    signedOn: t.Optional(legalDate('Дата подписания')),
    note: t.Optional(text('Дополнительные сведения о подписанте', 255)),
    mchd: t.Optional(t.Array(ElectronicAuthority, { maxItems: 10, description: 'МЧД' })),
    paper: t.Optional(t.Array(PaperAuthority, { maxItems: 10, description: 'Доверенности на бумаге' })),
  },
  { ...closed, description: 'Подписант' },
);
export type UpdSigner = Static<typeof UpdSigner>;
