import { personSteps } from '../party/party-steps.js';
import { SIGNATURE_KIND_CODES } from '../upd/signer-steps.js';
import { fieldsOf, writeElement, type Step } from '../xml/fields.js';
import type { NoticeParty, NoticeSigner } from './model.js';

const party = fieldsOf<NoticeParty>();
const human = [party.child('person', 'ФИО', personSteps), party.text('inn', 'ИННФЛ')];
const foreignKind: Step<NoticeParty> = {
  put(value, out) {
    out.attributes['ИдСтат'] = value.isForeignPerson === true ? 'ФЛ' : 'ЮЛ';
  },
  take(from, into) {
    if (from.attribute('ИдСтат') === 'ФЛ') into.isForeignPerson = true;
  },
};
const forms: Readonly<Record<NoticeParty['kind'], { element: string; steps: readonly Step<NoticeParty>[] }>> = {
  legal: {
    element: 'ЮЛ',
    steps: [party.text('name', 'НаимОрг'), party.text('inn', 'ИННЮЛ'), party.text('kpp', 'КПП')],
  },
  'sole-trader': { element: 'ИП', steps: human },
  person: { element: 'ФЛ', steps: human },
  operator: {
    element: 'ОперЭДО',
    steps: [party.text('name', 'НаимОрг'), party.text('inn', 'ИННЮЛ'), party.text('operatorId', 'ИдОперЭДО')],
  },
  foreign: {
    element: 'СвИнУчастНеУч',
    steps: [
      foreignKind,
      party.text('countryCode', 'СтрРег'),
      party.text('name', 'Наим'),
      party.text('foreignId', 'КодНПРег'),
      party.text('note', 'ИныеСвед'),
    ],
  },
};
const kinds = Object.keys(forms) as NoticeParty['kind'][];

/** УчастЭДО, ОтпрДок */
export const noticePartySteps: readonly Step<NoticeParty>[] = [
  party.text('participantId', 'ИдУчастЭДО'),
  {
    put(value, out) {
      const { element, steps } = forms[value.kind];
      out.children.push(writeElement(element, steps, value));
    },
    take(from, into) {
      for (const kind of kinds) {
        from.child(forms[kind].element, (found) => {
          into.kind = kind;
          for (const step of forms[kind].steps) step.take(found, into);
        });
      }
    },
  },
];

const AUTHORITY_CODES = { certificate: '1', mchd: '2', paper: '3' };
const signer = fieldsOf<NoticeSigner>();
const mchd = fieldsOf<NonNullable<NoticeSigner['mchd']>>();
const paper = fieldsOf<NonNullable<NoticeSigner['paper']>>();

const mchdWay: Step<NonNullable<NoticeSigner['mchd']>> = {
  put(value, out) {
    out.attributes['СпособПредставл'] = value.isInSystem ? '2' : '1';
  },
  take(from, into) {
    into.isInSystem = from.attribute('СпособПредставл') === '2';
  },
};

/** Подписант of a service document; two of its attributes are named otherwise in each format. */
export const noticeSignerSteps = (names: { storage: string; note: string }): readonly Step<NoticeSigner>[] => [
  signer.code('authority', 'СтатПодп', AUTHORITY_CODES),
  signer.code('signatureKind', 'ТипПодпис', SIGNATURE_KIND_CODES),
  signer.text('position', 'Должн'),
  signer.child('person', 'ФИО', personSteps),
  signer.child('mchd', 'СвДоверЭл', [
    mchd.text('number', 'НомДовер'),
    mchd.date('issuedOn', 'ДатаВыдДовер'),
    mchd.text('innerNumber', 'ВнНомДовер'),
    mchd.date('innerDate', 'ДатаВнРегДовер'),
    mchdWay,
    mchd.text('storage', names.storage),
  ]),
  signer.child('paper', 'СвДоверБум', [
    paper.date('issuedOn', 'ДатаДовер'),
    paper.text('number', 'ВнНомДовер'),
    paper.text('note', names.note),
    paper.child('issuer', 'ФИО', personSteps),
  ]),
];
