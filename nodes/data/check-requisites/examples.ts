import { examplesOf } from '@potok/node-sdk/testing';
import { checkRequisites } from './node.js';

const withoutKpp = {
  kind: 'legal',
  name: 'ООО «Вектор»',
  inn: '7707083893',
  address: { countryCode: '643', text: '101000, г. Москва, ул. Мясницкая, д. 1' },
};
const party = { ...withoutKpp, kpp: '770701001' };
const badInn = 'Покупатель: ИНН «7707083890» неверный: не сходится контрольное число. Проверьте, нет ли опечатки.';
const noKpp = 'Покупатель: нет КПП, а у организации он обязателен. Заполните его в реквизитах.';
const nobody = 'Buyer: there are no requisites. Fill them in.';

export const examples = examplesOf(checkRequisites, [
  { title: 'правильные реквизиты', input: { party }, port: 'ok', output: { problems: [], remarks: [], text: '' } },
  {
    title: 'ошибка в ИНН и нет КПП',
    input: { party: { ...withoutKpp, inn: '7707083890' } },
    port: 'wrong',
    output: {
      problems: [
        { code: 'INN_CHECKSUM', field: '/inn', sentence: badInn },
        { code: 'KPP_MISSING', field: '/kpp', sentence: noKpp },
      ],
      remarks: [],
      text: `${badInn}\n${noKpp}`,
    },
  },
  {
    title: 'в сделке нет покупателя',
    input: { language: 'en' },
    port: 'wrong',
    output: { problems: [{ code: 'PARTY_MISSING', field: '', sentence: nobody }], remarks: [], text: nobody },
  },
]);
