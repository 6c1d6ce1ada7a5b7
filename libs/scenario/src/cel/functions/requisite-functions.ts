import { isAccount, isInn, isKpp, isOgrn } from '../../words/requisites.js';
import { asText, fieldOf, type FieldFunction } from './field-function.js';

const group = 'requisites';

export const requisiteFunctions: readonly FieldFunction[] = [
  {
    name: 'isInn',
    group,
    signatures: ['isInn(string): bool'],
    doc: { ru: 'Верен ли ИНН (10 или 12 цифр, контрольные цифры)', en: 'Is it a right ИНН, check digits included' },
    example: { expression: 'isInn("7707083893")', result: true },
    handler: (text) => isInn(asText(text)),
  },
  {
    name: 'isKpp',
    group,
    signatures: ['isKpp(string): bool'],
    doc: { ru: 'Верен ли вид КПП', en: 'Has it the form of a КПП' },
    example: { expression: 'isKpp("773601001")', result: true },
    handler: (text) => isKpp(asText(text)),
  },
  {
    name: 'isOgrn',
    group,
    signatures: ['isOgrn(string): bool'],
    doc: { ru: 'Верен ли ОГРН или ОГРНИП', en: 'Is it a right ОГРН or ОГРНИП' },
    example: { expression: 'isOgrn("1027700132195")', result: true },
    handler: (text) => isOgrn(asText(text)),
  },
  {
    name: 'isAccount',
    group,
    signatures: ['isAccount(string, string): bool'],
    doc: { ru: 'Подходит ли ключ счёта к БИК', en: "Does an account's key fit the БИК" },
    example: { expression: 'isAccount("30101810400000000225", "044525225")', result: true },
    handler: (account, bik) => isAccount(asText(account), asText(bik)),
  },
  {
    name: 'lookup',
    group: 'list',
    signatures: ['lookup(map, string): dyn'],
    doc: { ru: 'Значение из таблицы по ключу', en: 'A value of a table by its key' },
    example: { expression: 'lookup({"шт": "796", "кг": "166"}, "кг")', result: '166' },
    handler: (map, key) => fieldOf(map, asText(key)),
  },
];
