import type { FaultFacts } from '@potok/contracts';
import { fact, factDate } from '../fact.js';
import type { texts as russian } from './texts.ru.js';

type Facts = FaultFacts;

const SUMS: Readonly<Record<string, string>> = {
  amountWithoutVat: 'amount without VAT',
  vat: 'VAT',
  amountWithVat: 'amount with VAT',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const of = (facts: Facts, sentence: string): string => {
  const party = fact(facts, 'party');
  const number = fact(facts, 'number');
  return party === '' ? capital(sentence) : `${capital(party)}${number === '' ? '' : ` ${number}`}: ${sentence}`;
};
const at = (facts: Facts, sentence: string): string => {
  const line = fact(facts, 'line');
  return line === '' ? of(facts, sentence) : `Line ${line}: ${sentence}`;
};
const rate = (facts: Facts): string => {
  const word = fact(facts, 'rate');
  if (word === 'none') return '“without VAT”';
  return /^[\d.]+$/.test(word) ? `${word}%` : `“${word}”`;
};
const sum = (facts: Facts): string => SUMS[fact(facts, 'sum')] ?? 'sum';
const value = (facts: Facts): string => `“${fact(facts, 'value')}”`;
const name = (facts: Facts): string => `“${fact(facts, 'name')}”`;
const signer = (facts: Facts): string => `Signer ${fact(facts, 'number')}`;

export const texts = {
  FIELD_MISSING: (f) => at(f, `the field ${name(f)} is not filled in. Fill it in.`),
  FIELD_EMPTY: (f) => at(f, `the field ${name(f)} is empty. Fill it in or leave it out.`),
  FIELD_UNKNOWN: (f) => at(f, `the field ${name(f)} does not exist in the document. Remove it.`),
  FIELD_TOO_LONG: (f) =>
    at(f, `the field ${name(f)} is too long: ${fact(f, 'length')} characters of ${fact(f, 'limit')}. Shorten it.`),
  FIELD_CHOICE: (f) => at(f, `the field ${name(f)} holds ${value(f)}, which is no choice. Choose from the list.`),
  FIELD_TYPE: (f) => at(f, `the field ${name(f)} holds a value of another type. See what is mapped to it.`),
  TOO_MANY: (f) => at(f, `the field ${name(f)} holds more than ${fact(f, 'limit')} values. Split the document.`),
  BAD_DECIMAL: (f) =>
    at(f, `${name(f)}: ${value(f)} is not a number. Write it with a point and no spaces, as 1200.50.`),
  BAD_DATE: (f) => at(f, `${name(f)}: ${value(f)} is not a date. Write it as 2026-01-31.`),

  PARTY_MISSING: (f) => of(f, 'there are no requisites. Fill them in.'),
  PARTY_NAME_MISSING: (f) => of(f, 'the name is missing. Fill it in.'),
  PERSON_MISSING: (f) => of(f, 'last and first name are missing. Fill them in.'),
  INN_MISSING: (f) => of(f, 'the ИНН is missing. Fill it in.'),
  INN_FORM: (f) => of(f, `the ИНН ${value(f)} is wrong: it has ${fact(f, 'length')} characters. Check the requisites.`),
  INN_CHECKSUM: (f) => of(f, `the ИНН ${value(f)} is wrong: its check digit does not fit. Look for a misprint.`),
  KPP_MISSING: (f) => of(f, 'the КПП is missing, an organization must have one. Fill it in.'),
  KPP_FORBIDDEN: (f) => of(f, 'a КПП is given, which only organizations have. Remove it or change the kind of party.'),
  KPP_FORM: (f) => of(f, `the КПП ${value(f)} is wrong: nine characters are needed, as 770101001.`),
  OGRN_FORM: (f) => of(f, `the ОГРН ${value(f)} is wrong: 13 digits are needed.`),
  OGRN_CHECKSUM: (f) => of(f, `the ОГРН ${value(f)} is wrong: its check digit does not fit. Look for a misprint.`),
  OGRNIP_MISSING: (f) => of(f, 'the ОГРНИП is missing; since 2026 a sole trader must show it. Fill it in.'),
  OGRNIP_DATE_MISSING: (f) => of(f, 'the date of the ОГРНИП is missing; since 2026 it must be shown. Fill it in.'),
  OGRNIP_FORM: (f) => of(f, `the ОГРНИП ${value(f)} is wrong: 15 digits are needed.`),
  OGRNIP_CHECKSUM: (f) => of(f, `the ОГРНИП ${value(f)} is wrong: its check digit does not fit. Look for a misprint.`),
  SNILS_FORM: (f) => of(f, `the СНИЛС ${value(f)} is wrong: 11 digits are needed.`),
  SNILS_CHECKSUM: (f) => of(f, `the СНИЛС ${value(f)} is wrong: its check number does not fit. Look for a misprint.`),
  BIK_FORM: (f) => of(f, `the БИК ${value(f)} is wrong: 9 digits are needed.`),
  ACCOUNT_FORM: (f) => of(f, `the account ${value(f)} is wrong: 20 digits are needed.`),
  ACCOUNT_KEY: (f) => of(f, `the account ${value(f)} does not fit the БИК ${fact(f, 'bik')}. Check both.`),
  FOREIGN_MISSING: (f) => of(f, 'country and number of the foreign party are missing. Fill them in.'),
  FOREIGN_ID_MISSING: (f) => of(f, 'the foreign party has neither a number at home nor other particulars. Give one.'),
  COUNTRY_CODE_FORM: (f) => at(f, `the country code ${value(f)} is wrong: three digits are needed, Russia is 643.`),
  ADDRESS_MISSING: (f) => of(f, 'the address is missing, a счёт-фактура must have it. Fill it in.'),
  ADDRESS_FORM: (f) => of(f, 'the address is either in parts or in one line. Keep one of them.'),
  REGION_CODE_FORM: (f) => of(f, `the region code ${value(f)} is wrong: two digits are needed, as 77.`),
  POSTAL_CODE_FORM: (f) => of(f, `the postal code ${value(f)} is wrong: six digits are needed.`),
  CURRENCY_CODE_FORM: (f) => `The currency code ${value(f)} is wrong: three digits are needed, the rouble is 643.`,

  TRANSFER_MISSING: () => 'Nothing is said of the transfer: what was handed over and when. Fill it in.',
  TRANSFER_DATE_MISSING: () => 'The date of the transfer is missing. Give a day, or the start and end of a period.',
  PERIOD_REVERSED: (f) =>
    `The period ends on ${factDate(f, 'until')}, before its start ${factDate(f, 'from')}. Swap the dates.`,
  TRANSFER_POSITION_MISSING: () => 'Who handed over has no position. Fill it in.',
  TRANSFER_ORGANIZATION_MISSING: () => 'The organization of the one who handed over is not named. Name it.',
  TRANSFER_AUTHORITY_MISSING: () => 'Who handed over has neither ИНН nor authority. Give one of them.',
  SHIPMENT_MISSING: () => 'The счёт-фактура names no document of shipment (line 5а). Give its name, number and date.',
  DOCUMENT_NAME_FORBIDDEN: () => 'A счёт-фактура (СЧФ) has no name of a primary document. Remove it or choose СЧФДОП.',
  SPECIAL_CASE_FORM: (f) => `The code ${value(f)} does not fit the function ${fact(f, 'function')}.`,
  REVISION_BEFORE_DOCUMENT: (f) =>
    `The revision of ${factDate(f, 'date')} is older than the document of ${factDate(f, 'documentDate')}. Check the dates.`,
  DATE_IN_FUTURE: (f) => `The document is dated ${factDate(f, 'date')}, which is after today, ${factDate(f, 'today')}.`,
  PAYMENT_AFTER_DOCUMENT: (f) =>
    `The payment of ${factDate(f, 'date')} is later than the document of ${factDate(f, 'documentDate')}.`,
  AUTHORITY_NOT_YET: (f) => `The signer's authority is dated ${factDate(f, 'date')}, which is after today.`,

  NO_LINES: () => 'The document has no lines. Add at least one product or service to the deal.',
  LINE_NUMBER_ORDER: (f) => `Line ${fact(f, 'line')} stands after line ${fact(f, 'before')}. Line numbers must rise.`,
  LINE_NAME_MISSING: (f) => at(f, 'the name is missing. Fill it in.'),
  UNIT_CODE_FORM: (f) => at(f, `the unit code ${value(f)} is wrong: three or four digits of ОКЕИ, a piece is 796.`),
  UNIT_NAME_MISSING: (f) => at(f, `the unit with code ${fact(f, 'unit')} has no name. Fill it in.`),
  QUANTITY_MISSING: (f) => at(f, 'there is a unit but no quantity. Fill it in.'),
  QUANTITY_NOT_POSITIVE: (f) => at(f, `the quantity ${fact(f, 'value')} must be above nought.`),
  PRICE_MISSING: (f) => at(f, 'there is a quantity but no price. Fill it in.'),
  PRICE_NOT_POSITIVE: (f) => at(f, `the price ${fact(f, 'value')} must be above nought.`),
  AMOUNT_NEGATIVE: (f) => at(f, `${sum(f)} ${fact(f, 'value')} is below nought. A reduction is made by УКД.`),
  LINE_AMOUNT_MISSING: (f) => at(f, `${sum(f)} is missing. Check quantity, price and VAT rate.`),
  VAT_RATE_UNKNOWN: (f) => at(f, `there is no VAT rate of ${rate(f)}. Choose 22, 20, 10, 7, 5, 0% or without VAT.`),
  VAT_RATE_NOT_IN_FORCE: (f) => at(f, `the VAT rate ${rate(f)} was not in force on ${factDate(f, 'day')}. Check both.`),
  VAT_RATE_OF_OTHER_REGIME: (f) => at(f, `the VAT rate ${rate(f)} does not belong to the seller's tax regime.`),
  VAT_OF_NON_PAYER: (f) => at(f, `the seller pays no VAT, but the rate is ${rate(f)}. Choose “without VAT”.`),
  INVOICE_OF_NON_PAYER: () => 'The seller pays no VAT and issues no счёт-фактура. Choose the function ДОП.',
  VAT_WITHOUT_RATE: (f) =>
    at(f, `the rate is “without VAT”, but the VAT is ${fact(f, 'vat')}. Remove it or set a rate.`),
  VAT_MISSING: (f) => at(f, `with the rate ${rate(f)} the VAT is missing. Fill it in.`),
  VAT_NOT_NOUGHT: (f) => at(f, `with the rate ${rate(f)} the VAT must be 0.00 and not ${fact(f, 'vat')}.`),
  AMOUNT_MISMATCH: (f) => at(f, `the amount is ${fact(f, 'given')}, quantity by price is ${fact(f, 'expected')}.`),
  VAT_MISMATCH: (f) => at(f, `the VAT is ${fact(f, 'given')}, by the rate ${rate(f)} it is ${fact(f, 'expected')}.`),
  SUM_MISMATCH: (f) => at(f, `the amount with VAT is ${fact(f, 'given')}, its parts give ${fact(f, 'expected')}.`),
  TOTALS_MISSING: () => 'The totals are missing. Sum up the lines.',
  TOTAL_MISSING: (f) => `In the totals, ${sum(f)} is missing. Sum up the lines.`,
  TOTAL_MISMATCH: (f) => `In the totals, ${sum(f)} is ${fact(f, 'given')}, the lines give ${fact(f, 'expected')}.`,

  ORIGIN_NAME_MISSING: (f) => at(f, 'there is a code of the country of origin but no name. Fill it in.'),
  TRACEABILITY_NUMBER_FORM: (f) => at(f, `the batch number (РНПТ) ${value(f)} must have 25 to 29 characters.`),
  GTIN_FORM: (f) => at(f, `the GTIN ${value(f)} is wrong: 14 digits are needed. Pad a shorter one with noughts.`),
  GTIN_CHECKSUM: (f) => at(f, `the check digit of the GTIN ${value(f)} does not fit. Look for a misprint.`),
  TNVED_FORM: (f) => at(f, `the ТН ВЭД code ${value(f)} is wrong: ${fact(f, 'expected')} characters are needed.`),
  CATALOG_CODE_FORM: (f) =>
    at(f, `the catalogue code ${value(f)} is wrong: ${fact(f, 'expected')} characters are needed.`),
  MARKING_EMPTY: (f) => at(f, 'a marking entry holds neither codes nor package nor quantity. Fill it in or remove it.'),
  MARKING_MIXED: (f) => at(f, 'a marking entry holds codes of units and of packages. Split it in two.'),
  MARKING_QUANTITY_FORM: (f) => at(f, `the quantity of marked goods ${value(f)} must be a whole number.`),
  MARKING_REPEATED: (f) => at(f, `the marking code “${fact(f, 'code')}” is repeated. Each may stand once.`),
  MARKING_SEPARATOR: (f) => at(f, `the marking code “${fact(f, 'code')}” holds the separator GS. Remove it.`),

  NO_SIGNERS: () => 'The document has no signer. Choose who will sign.',
  SIGNER_POSITION_MISSING: (f) => `${signer(f)} has no position. Some operators refuse such a document.`,
  MCHD_MISSING: (f) => `${signer(f)} is said to have a МЧД in a system, but its number and date are missing.`,
  MCHD_FORBIDDEN: (f) => `${signer(f)} has a МЧД, but the authority is proved otherwise. Keep one of them.`,
  MCHD_NUMBER_FORM: (f) => `The МЧД number ${value(f)} is wrong: 36 characters are needed, as in a GUID.`,
  PAPER_MISSING: (f) => `${signer(f)} is said to have a paper authority, but its number and date are missing.`,
  PAPER_FORBIDDEN: (f) => `${signer(f)} has a paper authority, but the authority is proved otherwise. Keep one.`,
  CERTIFICATE_OTHER_INN: (f) =>
    `The certificate is for the ИНН ${fact(f, 'certificateInn')}, the seller's is ${fact(f, 'inn')}. Choose another.`,
  CERTIFICATE_OTHER_PERSON: (f) => `The certificate belongs to ${fact(f, 'owner')}, who is not among the signers.`,
  CHARACTER_UNWRITABLE: (f) =>
    at(
      f,
      `the field ${name(f)} holds “${fact(f, 'character')}” (${fact(f, 'codePoint')}), which the file cannot carry. Replace it.`,
    ),
} satisfies Readonly<Record<keyof typeof russian, (facts: Facts) => string>>;
