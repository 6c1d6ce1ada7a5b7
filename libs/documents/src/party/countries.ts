/** ОКСМ of the countries that our users trade with: digits, two letters, name. */
const COUNTRIES = [
  ['643', 'RU', 'Россия'],
  ['112', 'BY', 'Беларусь'],
  ['398', 'KZ', 'Казахстан'],
  ['051', 'AM', 'Армения'],
  ['417', 'KG', 'Киргизия'],
  ['860', 'UZ', 'Узбекистан'],
  ['762', 'TJ', 'Таджикистан'],
  ['795', 'TM', 'Туркменистан'],
  ['031', 'AZ', 'Азербайджан'],
  ['268', 'GE', 'Грузия'],
  ['498', 'MD', 'Молдова'],
  ['156', 'CN', 'Китай'],
  ['356', 'IN', 'Индия'],
  ['792', 'TR', 'Турция'],
  ['784', 'AE', 'ОАЭ'],
  ['688', 'RS', 'Сербия'],
  ['704', 'VN', 'Вьетнам'],
  ['276', 'DE', 'Германия'],
  ['196', 'CY', 'Кипр'],
  ['344', 'HK', 'Гонконг'],
] as const;

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** By ОКСМ digits or two letters. */
export const findCountry = (code: string): Country | undefined => {
  const wanted = code.trim().toUpperCase();
  const found = COUNTRIES.find(([digits, letters]) => digits === wanted || letters === wanted);
  return found === undefined ? undefined : { code: found[0], name: found[2] };
};

export const RUSSIA: Country = { code: '643', name: 'Россия' };
