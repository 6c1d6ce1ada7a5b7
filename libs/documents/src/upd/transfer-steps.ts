import { personSteps } from '../party/party-steps.js';
import { fieldsOf, writeElement, type Step } from '../xml/fields.js';
import { leaf, wrap } from '../xml/out.js';
import { infoSteps, referenceSteps } from './reference-steps.js';
import type { TransferPerson, UpdTransfer } from './transfer.js';

const person = fieldsOf<TransferPerson>();
const fio = person.child('person', 'ФИО', personSteps);
const position = person.text('position', 'Должность');
const note = person.text('note', 'ИныеСвед');

/** The two titles name the same thing by other words. */
const SIDES = {
  seller: { employee: 'РабОргПрод', organization: 'ПредОргПер', individual: 'ФЛПер', ending: 'Пер', inn: 'ИННЮЛПер' },
  buyer: {
    employee: 'РабОргПок',
    organization: 'ПредОргПрин',
    individual: 'ФЛПрин',
    ending: 'Прин',
    inn: 'ИННОргПрин',
  },
} as const;

const ways = (side: keyof typeof SIDES) => {
  const names = SIDES[side];
  return {
    employee: { element: names.employee, steps: [position, note, fio] },
    organization: {
      element: names.organization,
      steps: [
        position,
        note,
        person.text('organizationName', `НаимОрг${names.ending}`),
        person.text('inn', names.inn),
        person.child('organizationAuthority', `ОснДоверОрг${names.ending}`, referenceSteps),
        person.child('personAuthority', `ОснПолнПред${names.ending}`, referenceSteps),
        fio,
      ],
    },
    individual: {
      element: names.individual,
      steps: [
        person.text('inn', `ИННФЛ${names.ending}`),
        note,
        person.child('personAuthority', 'ОснДоверФЛ', referenceSteps),
        fio,
      ],
    },
  } as const;
};

/** СвЛицПер, СвЛицПрин: РабОрг… or ИнЛицо with its two forms. */
export const transferPersonStep = (name: string, side: keyof typeof SIDES): Step<{ person?: TransferPerson }> => {
  const forms = ways(side);
  return {
    put({ person: given }, out) {
      if (given === undefined) return;
      const { element, steps } = forms[given.role];
      const inner = writeElement(element, steps, given);
      const choice = given.role === 'employee' ? inner : wrap('ИнЛицо', inner);
      out.children.push(wrap(name, choice));
    },
    take(from, into) {
      const read = (role: TransferPerson['role'], inner: typeof from) =>
        inner.child(forms[role].element, (found) => {
          const value: Partial<TransferPerson> = { role };
          for (const step of forms[role].steps) step.take(found, value);
          into.person = value as TransferPerson;
        });
      from.child(name, (choice) => {
        read('employee', choice);
        choice.child('ИнЛицо', (other) => {
          read('organization', other);
          read('individual', other);
        });
      });
    },
  };
};

const transfer = fieldsOf<UpdTransfer>();
const transport = fieldsOf<NonNullable<UpdTransfer['transport']>>();
const thing = fieldsOf<NonNullable<UpdTransfer['thing']>>();

const noBasis: Step<UpdTransfer> = {
  put(value, out) {
    if ((value.bases ?? []).length === 0) out.children.push(leaf('БезДокОснПер', '1'));
  },
  take(from) {
    from.child('БезДокОснПер', () => undefined);
  },
};

/** СвПродПер */
export const transferSteps: readonly Step<UpdTransfer>[] = [
  transfer.within('СвПер', [
    transfer.text('content', 'СодОпер'),
    transfer.text('kind', 'ВидОпер'),
    transfer.date('date', 'ДатаПер'),
    transfer.date('periodStart', 'ДатаНачПер'),
    transfer.date('periodEnd', 'ДатаОконПер'),
    transfer.list('bases', 'ОснПер', referenceSteps),
    noBasis,
    transferPersonStep('СвЛицПер', 'seller'),
    transfer.child('transport', 'Тран', [
      transport.text('text', 'СвТран'),
      transport.text('incoterms', 'Инкотермс'),
      transport.text('incotermsVersion', 'ВерИнкотермс'),
    ]),
    transfer.child('thing', 'СвПерВещи', [
      thing.date('date', 'ДатаПерВещ'),
      thing.text('text', 'СвПерВещ'),
      thing.child('document', 'ДокПерВещ', referenceSteps),
    ]),
  ]),
  transfer.child('info', 'ИнфПолФХЖ3', infoSteps),
];
