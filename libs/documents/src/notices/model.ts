import { Type as t, type Static } from '@sinclair/typebox';
import { closed, legalDate, text } from '../fields.js';
import { PersonModel } from '../party/model.js';
import { SIGNATURE_KINDS } from '../upd/signer.js';
import { MomentModel } from '../titles/moment-model.js';

/** A participant of the exchange in a service document. An operator takes part only as the sender of a confirmation. */
export const NoticeParty = t.Object(
  {
    participantId: text('Идентификатор участника ЭДО', 46),
    kind: t.Union(
      [t.Literal('legal'), t.Literal('sole-trader'), t.Literal('person'), t.Literal('foreign'), t.Literal('operator')],
      { description: 'Организация, ИП, физлицо, иностранное лицо, оператор' },
    ),
    name: t.Optional(text('Название', 1000)),
    inn: t.Optional(text('ИНН', 12)),
    kpp: t.Optional(text('КПП', 9)),
    person: t.Optional(PersonModel),
    operatorId: t.Optional(text('Идентификатор оператора, три знака', 3)),
    isForeignPerson: t.Optional(t.Boolean({ description: 'Иностранный гражданин, а не организация' })),
    countryCode: t.Optional(text('Код страны по ОКСМ', 3)),
    foreignId: t.Optional(text('Номер в своей стране', 50)),
    note: t.Optional(text('Иные сведения', 255)),
  },
  { ...closed, description: 'Участник ЭДО' },
);
export type NoticeParty = Static<typeof NoticeParty>;

/** СтатПодп, in the order of its codes 1–3: by the certificate, by a МЧД, by a paper authority. */
export const NOTICE_AUTHORITIES = ['certificate', 'mchd', 'paper'] as const;

export const NoticeSigner = t.Object(
  {
    person: PersonModel,
    position: t.Optional(text('Должность', 255)),
    authority: t.Optional(
      t.Union(
        NOTICE_AUTHORITIES.map((authority) => t.Literal(authority)),
        { description: 'Чем подтверждены полномочия: сертификат, МЧД, бумага' },
      ),
    ),
    signatureKind: t.Optional(
      t.Union(
        SIGNATURE_KINDS.map((kind) => t.Literal(kind)),
        { description: 'Вид подписи' },
      ),
    ),
    mchd: t.Optional(
      t.Object(
        {
          number: text('Номер МЧД (GUID)', 36),
          issuedOn: legalDate('Дата выдачи МЧД'),
          innerNumber: t.Optional(text('Внутренний номер', 50)),
          innerDate: t.Optional(legalDate('Внутренняя дата')),
          isInSystem: t.Boolean({ description: 'МЧД хранится в системе, а не приложена' }),
          storage: t.Optional(text('Система, где МЧД хранится', 500)),
        },
        { ...closed, description: 'МЧД' },
      ),
    ),
    paper: t.Optional(
      t.Object(
        {
          issuedOn: legalDate('Дата доверенности'),
          number: text('Номер доверенности', 50),
          note: t.Optional(text('Сведения о доверенности', 1000)),
          issuer: t.Optional(PersonModel),
        },
        { ...closed, description: 'Доверенность на бумаге' },
      ),
    ),
  },
  { ...closed, description: 'Подписант' },
);
export type NoticeSigner = Static<typeof NoticeSigner>;

const common = {
  /** Who makes the notice. */
  from: NoticeParty,
  /** Whose file was received. */
  to: NoticeParty,
  receivedAt: MomentModel,
  receivedFileId: text('Имя полученного файла (ИдФайл)', 255),
  signatures: t.Array(text('Подпись полученного файла, base64', 1_000_000), {
    minItems: 1,
    maxItems: 20,
    description: 'Подписи полученного файла',
  }),
  signer: NoticeSigner,
};

/** Извещение о получении (ИоП), DP_IZVPOL 1.03. */
export const ReceiptNotice = t.Object(common, closed);
export type ReceiptNotice = Static<typeof ReceiptNotice>;

/** Уведомление об уточнении (УоУ), DP_UVUTOCH 1.03; operators carry the text of a refusal in it too. Exactly one signature. */
export const ClarificationNotice = t.Object(
  { ...common, text: t.String({ maxLength: 5000, description: 'Что уточнить или почему отказано' }) },
  closed,
);
export type ClarificationNotice = Static<typeof ClarificationNotice>;
