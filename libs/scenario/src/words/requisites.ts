const digitsOf = (text: string): readonly number[] => Array.from(text, Number);

const checkDigit = (text: string, weights: readonly number[]): number => {
  const digits = digitsOf(text);
  return (weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11) % 10;
};

const inn10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const inn11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const inn12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** ИНН of 10 or 12 digits with right check digits. */
export const isInn = (text: string): boolean => {
  if (/^\d{10}$/.test(text)) return checkDigit(text, inn10) === Number(text[9]);
  if (!/^\d{12}$/.test(text)) return false;
  return checkDigit(text, inn11) === Number(text[10]) && checkDigit(text, inn12) === Number(text[11]);
};

/** КПП: four digits, two digits or Latin capitals, three digits. */
export const isKpp = (text: string): boolean => /^\d{4}[\dA-Z]{2}\d{3}$/.test(text);

/** ОГРН (13 digits, modulo 11) or ОГРНИП (15 digits, modulo 13). */
export const isOgrn = (text: string): boolean => {
  if (!/^(\d{13}|\d{15})$/.test(text)) return false;
  const modulo = text.length === 13 ? 11n : 13n;
  return (BigInt(text.slice(0, -1)) % modulo) % 10n === BigInt(text.slice(-1));
};

const accountWeights = [7, 1, 3];

/** A bank account of 20 digits whose key fits the БИК: of a client's account or of a correspondent one. */
export const isAccount = (account: string, bik: string): boolean => {
  if (!/^\d{20}$/.test(account) || !/^\d{9}$/.test(bik)) return false;
  const isOfCentralBank = bik.slice(6) === '000' || bik.slice(6) === '001' || account.startsWith('301');
  const prefix = isOfCentralBank ? `0${bik.slice(4, 6)}` : bik.slice(6);
  const sum = digitsOf(prefix + account).reduce((total, digit, index) => {
    return total + ((digit * (accountWeights[index % 3] ?? 0)) % 10);
  }, 0);
  return sum % 10 === 0;
};

const legalForms: readonly (readonly [RegExp, string])[] = [
  [/общество\s+с\s+ограниченной\s+ответственностью/giu, 'ООО'],
  [/непубличное\s+акционерное\s+общество/giu, 'НАО'],
  [/публичное\s+акционерное\s+общество/giu, 'ПАО'],
  [/закрытое\s+акционерное\s+общество/giu, 'ЗАО'],
  [/открытое\s+акционерное\s+общество/giu, 'ОАО'],
  [/акционерное\s+общество/giu, 'АО'],
  [/индивидуальный\s+предприниматель/giu, 'ИП'],
  [/глава\s+крестьянского\s+\(?фермерского\)?\s+хозяйства/giu, 'Глава КФХ'],
  [/федеральное\s+государственное\s+унитарное\s+предприятие/giu, 'ФГУП'],
  [/муниципальное\s+унитарное\s+предприятие/giu, 'МУП'],
  [/государственное\s+унитарное\s+предприятие/giu, 'ГУП'],
  [/автономная\s+некоммерческая\s+организация/giu, 'АНО'],
  [/товарищество\s+собственников\s+жилья/giu, 'ТСЖ'],
];

/** The short name of a firm: the legal form in capitals, «ёлочки» for straight quotes. */
export const shortName = (name: string): string =>
  legalForms
    .reduce((text, [form, short]) => text.replace(form, short), name)
    .replace(/"([^"]*)"/g, '«$1»')
    .replace(/\s+/g, ' ')
    .trim();
