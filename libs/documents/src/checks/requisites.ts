import type { FaultFacts } from '@potok/contracts';

/** Why a requisite is wrong: a key of the texts, and its facts. `undefined` from a check means that it is right. */
export interface RequisiteFault {
  readonly code: string;
  readonly facts: FaultFacts;
}

const digitsOf = (text: string): readonly number[] => Array.from(text, Number);
const isDigits = (text: string, ...lengths: readonly number[]): boolean =>
  /^\d+$/.test(text) && lengths.includes(text.length);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
const fault = (code: string, value: string, more: FaultFacts = {}): RequisiteFault => ({
  code,
  facts: { value: value.slice(0, 40), length: value.length, ...more },
});

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const innDigit = (digits: readonly number[], weights: readonly number[]): boolean =>
  (weighted(digits, weights) % 11) % 10 === digits[weights.length];

/** ИНН: 10 digits of an organization or 12 of a person, with their check digits. Faults: INN_FORM, INN_CHECKSUM. */
export const checkInn = (inn: string, of?: 'legal' | 'person'): RequisiteFault | undefined => {
  const expected = { legal: 10, person: 12 };
  const lengths = of === undefined ? [10, 12] : [expected[of]];
  if (!isDigits(inn, ...lengths) || inn.startsWith('00'))
    return fault('INN_FORM', inn, { expected: lengths.join(' или ') });
  const digits = digitsOf(inn);
  const isRight = inn.length === 10 ? innDigit(digits, INN_10) : innDigit(digits, INN_11) && innDigit(digits, INN_12);
  return isRight ? undefined : fault('INN_CHECKSUM', inn);
};

/** КПП has no check digit: four digits of the inspectorate, two signs of the reason, three digits. Fault: KPP_FORM. */
export const checkKpp = (kpp: string): RequisiteFault | undefined =>
  /^(?!00)\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp) ? undefined : fault('KPP_FORM', kpp);

/** ОГРН of an organization, 13 digits. Faults: OGRN_FORM, OGRN_CHECKSUM. */
export const checkOgrn = (ogrn: string): RequisiteFault | undefined => {
  if (!isDigits(ogrn, 13)) return fault('OGRN_FORM', ogrn);
  const check = (BigInt(ogrn.slice(0, 12)) % 11n) % 10n;
  return check === BigInt(ogrn.slice(12)) ? undefined : fault('OGRN_CHECKSUM', ogrn);
};

/** ОГРНИП of a sole trader, 15 digits. Faults: OGRNIP_FORM, OGRNIP_CHECKSUM. */
export const checkOgrnip = (ogrnip: string): RequisiteFault | undefined => {
  if (!isDigits(ogrnip, 15)) return fault('OGRNIP_FORM', ogrnip);
  const check = (BigInt(ogrnip.slice(0, 14)) % 13n) % 10n;
  return check === BigInt(ogrnip.slice(14)) ? undefined : fault('OGRNIP_CHECKSUM', ogrnip);
};

/** Numbers up to this one were given out before there were check digits. */
const OLDEST_CHECKED_SNILS = 1_001_998;

/** СНИЛС, 11 digits, spaces and hyphens allowed. Faults: SNILS_FORM, SNILS_CHECKSUM. */
export const checkSnils = (snils: string): RequisiteFault | undefined => {
  const bare = snils.replace(/[\s-]/g, '');
  if (!isDigits(bare, 11)) return fault('SNILS_FORM', snils);
  if (Number(bare.slice(0, 9)) <= OLDEST_CHECKED_SNILS) return undefined;
  const sum = weighted(digitsOf(bare), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  return (sum % 101) % 100 === Number(bare.slice(9)) ? undefined : fault('SNILS_CHECKSUM', snils);
};

/** БИК, 9 digits. Fault: BIK_FORM. */
export const checkBik = (bik: string): RequisiteFault | undefined =>
  isDigits(bik, 9) ? undefined : fault('BIK_FORM', bik);

const ACCOUNT_WEIGHTS = [7, 1, 3];
const isKeyRight = (prefix: string, account: string): boolean =>
  digitsOf(prefix + account).reduce((sum, digit, at) => sum + ((digit * (ACCOUNT_WEIGHTS[at % 3] ?? 0)) % 10), 0) %
    10 ===
  0;

/**
 * Key of a settlement account against the БИК of its bank (ЦБ РФ № 515 of 08.09.97). Accounts of the treasury follow
 * other rules, so that a wrong key is a warning and not a refusal. Faults: ACCOUNT_FORM, BIK_FORM, ACCOUNT_KEY.
 */
export const checkAccount = (account: string, bik: string): RequisiteFault | undefined => {
  if (!isDigits(account, 20)) return fault('ACCOUNT_FORM', account);
  const wrongBik = checkBik(bik);
  if (wrongBik !== undefined) return wrongBik;
  return isKeyRight(bik.slice(6), account) ? undefined : fault('ACCOUNT_KEY', account, { bik });
};

/** Key of a correspondent account. Faults: ACCOUNT_FORM, BIK_FORM, ACCOUNT_KEY. */
export const checkCorrespondentAccount = (account: string, bik: string): RequisiteFault | undefined => {
  if (!isDigits(account, 20)) return fault('ACCOUNT_FORM', account);
  const wrongBik = checkBik(bik);
  if (wrongBik !== undefined) return wrongBik;
  return isKeyRight(`0${bik.slice(4, 6)}`, account) ? undefined : fault('ACCOUNT_KEY', account, { bik });
};

/** GTIN-14 with its check digit. Faults: GTIN_FORM, GTIN_CHECKSUM. */
export const checkGtin = (gtin: string): RequisiteFault | undefined => {
  if (!isDigits(gtin, 14)) return fault('GTIN_FORM', gtin);
  const sum = digitsOf(gtin.slice(0, 13)).reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === Number(gtin.slice(13)) ? undefined : fault('GTIN_CHECKSUM', gtin);
};
