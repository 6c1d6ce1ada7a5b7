import { fieldsOf, writeElement, type Step } from '../xml/fields.js';
import { wrap } from '../xml/out.js';
import type { AddressModel, BankModel, ForeignModel, PartyModel, PersonModel } from './model.js';

const person = fieldsOf<PersonModel>();
/** ФИО */
export const personSteps: readonly Step<PersonModel>[] = [
  person.text('lastName', 'Фамилия'),
  person.text('firstName', 'Имя'),
  person.text('middleName', 'Отчество'),
];

const russian = fieldsOf<NonNullable<AddressModel['parts']>>();
const plain = fieldsOf<NonNullable<AddressModel['text']>>();
const address = fieldsOf<AddressModel>();
const addressSteps: readonly Step<AddressModel>[] = [
  address.child('parts', 'АдрРФ', [
    russian.text('postalCode', 'Индекс'),
    russian.text('regionCode', 'КодРегион'),
    russian.text('regionName', 'НаимРегион'),
    russian.text('district', 'Район'),
    russian.text('city', 'Город'),
    russian.text('settlement', 'НаселПункт'),
    russian.text('street', 'Улица'),
    russian.text('house', 'Дом'),
    russian.text('building', 'Корпус'),
    russian.text('flat', 'Кварт'),
    russian.text('note', 'ИныеСвед'),
  ]),
  address.child('text', 'АдрИнф', [
    plain.text('countryCode', 'КодСтр'),
    plain.text('countryName', 'НаимСтран'),
    plain.text('text', 'АдрТекст'),
  ]),
  address.text('gln', 'ГЛНМеста'),
];

const bank = fieldsOf<BankModel>();
const bankSteps: readonly Step<BankModel>[] = [
  bank.text('account', 'НомерСчета'),
  bank.within('СвБанк', [
    bank.text('bankName', 'НаимБанк'),
    bank.text('bik', 'БИК'),
    bank.text('correspondentAccount', 'КорСчет'),
  ]),
];

const party = fieldsOf<PartyModel>();
const foreign = fieldsOf<ForeignModel>();
const foreignSteps: readonly Step<ForeignModel>[] = [
  {
    put: (value, out) => void (out.attributes['ИдСтат'] = value.isPerson ? 'ИГ' : 'ИО'),
    take: (from, into) => void (into.isPerson = from.attribute('ИдСтат') === 'ИГ'),
  },
  foreign.text('countryCode', 'КодСтр'),
  foreign.text('countryName', 'НаимСтран'),
  foreign.text('id', 'Идентиф'),
  foreign.text('note', 'ИныеСвед'),
];

interface Identity {
  readonly element: string;
  readonly steps: readonly Step<PartyModel>[];
}
/** ИдСв: one element per kind of party. */
const identities: Readonly<Record<PartyModel['kind'], Identity>> = {
  'sole-trader': {
    element: 'СвИП',
    steps: [
      party.child('person', 'ФИО', personSteps),
      party.text('inn', 'ИННФЛ'),
      party.text('ogrnip', 'ОГРНИП'),
      party.date('ogrnipDate', 'ДатаОГРНИП'),
      party.text('note', 'ИныеСвед'),
    ],
  },
  legal: {
    element: 'СвЮЛУч',
    steps: [party.text('name', 'НаимОрг'), party.text('inn', 'ИННЮЛ'), party.text('kpp', 'КПП')],
  },
  foreign: {
    element: 'СвИнНеУч',
    steps: [
      party.text('name', 'Наим'),
      {
        put(value, out) {
          if (value.foreign !== undefined) for (const step of foreignSteps) step.put(value.foreign, out);
        },
        take(from, into) {
          const read: Partial<ForeignModel> = {};
          for (const step of foreignSteps) step.take(from, read);
          into.foreign = read as ForeignModel;
        },
      },
    ],
  },
  person: {
    element: 'СвФЛУч',
    steps: [party.child('person', 'ФИО', personSteps), party.text('inn', 'ИННФЛ'), party.text('note', 'ИныеСвед')],
  },
};
const kinds = Object.keys(identities) as PartyModel['kind'][];

const identity: Step<PartyModel> = {
  put(value, out) {
    const { element, steps } = identities[value.kind];
    out.children.push(wrap('ИдСв', writeElement(element, steps, value)));
  },
  take(from, into) {
    from.child('ИдСв', (inner) => {
      for (const kind of kinds) {
        inner.child(identities[kind].element, (found) => {
          into.kind = kind;
          for (const step of identities[kind].steps) step.take(found, into);
        });
      }
    });
  },
};

/** УчастникТип */
export const partySteps: readonly Step<PartyModel>[] = [
  party.text('okpo', 'ОКПО'),
  party.text('division', 'СтруктПодр'),
  party.text('infoForParty', 'ИнфДляУчаст'),
  party.text('shortName', 'СокрНаим'),
  identity,
  party.child('address', 'Адрес', addressSteps),
  party.child('bank', 'БанкРекв', bankSteps),
  party.within('Контакт', [party.texts('phones', 'Тлф'), party.texts('emails', 'ЭлПочта')]),
];
