import { Type as t } from '@sinclair/typebox';
import { checkParty, partyOfRequisites, sentenceOf, type DocumentFinding, type PartyModel } from '@potok/documents';
import { defineNode } from '@potok/node-sdk';
import { chosen } from '../../src/schemas/chosen.js';
import { partyField } from '../../src/schemas/party.js';
import { closed, said } from '../../src/schemas/said.js';

const Found = t.Object(
  {
    code: t.String(said('Код', 'Код замечания')),
    field: t.String(said('Поле', 'Какое поле исправить')),
    sentence: t.String(said('Словами', 'Что не так и что сделать')),
  },
  closed,
);

export const checkRequisites = defineNode({
  id: 'data.check-requisites',
  version: 1,
  input: t.Object(
    {
      party: t.Optional(partyField('Реквизиты', 'Чьи реквизиты проверить: покупатель сделки')),
      role: t.Optional(
        chosen(
          { buyer: { ru: 'Покупатель', en: 'Buyer' }, seller: { ru: 'Продавец', en: 'Seller' } },
          said('Кто это', 'Покупатель или продавец; пусто — покупатель'),
        ),
      ),
      isAddressOptional: t.Optional(
        t.Boolean(said('Адрес не нужен', 'Не требовать адреса: он обязателен в счёте-фактуре')),
      ),
      language: t.Optional(
        chosen(
          { ru: { ru: 'Русский', en: 'Russian' }, en: { ru: 'Английский', en: 'English' } },
          said('Язык', 'На каком языке писать замечания; пусто — русский'),
        ),
      ),
    },
    closed,
  ),
  output: t.Object(
    {
      problems: t.Array(Found, said('Ошибки', 'Что надо исправить')),
      remarks: t.Array(Found, said('Замечания', 'На что посмотреть; документу не мешают')),
      text: t.String(said('Текст', 'Все ошибки словами, по одной на строке: для комментария в сделку')),
    },
    closed,
  ),
  ports: ['ok', 'wrong'],
  port: ({ problems }) => (problems.length === 0 ? 'ok' : 'wrong'),
  effect: 'reads',
  async run({ input }) {
    const { party, role = 'buyer', isAddressOptional = false, language = 'ru' } = input;
    const found =
      party === undefined
        ? [wrong('PARTY_MISSING', '', role)]
        : findingsOf(partyOfRequisites(party), role, isAddressOptional);
    const told = (severity: DocumentFinding['severity']) =>
      found.filter((one) => one.severity === severity).map((one) => inWords(one, language));
    const problems = told('error');
    return { problems, remarks: told('warning'), text: problems.map(({ sentence }) => sentence).join('\n') };
  },
});

type Role = 'buyer' | 'seller';

const findingsOf = (party: PartyModel, role: Role, isAddressOptional: boolean): readonly DocumentFinding[] => [
  ...checkParty(party, { role, field: '' }),
  ...(isAddressOptional || party.address !== undefined ? [] : [wrong('ADDRESS_MISSING', '/address', role)]),
];

const wrong = (code: string, field: string, party: Role): DocumentFinding => ({
  severity: 'error',
  code,
  field,
  facts: { party },
});

const inWords = ({ code, field, facts }: DocumentFinding, language: 'ru' | 'en') => ({
  code,
  field,
  sentence: sentenceOf({ code, facts }, language),
});
