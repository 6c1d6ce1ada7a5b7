import type { MarkingModel } from '../../upd/line.js';
import { checkGtin } from '../requisites.js';
import { error, warning, when, type DocumentFinding, type UpdRule } from '../finding.js';
import { eachLine } from './lines.js';

/** A country code of origin wants the country's short name beside it. */
export const originsAreNamed: UpdRule = ({ lines }) =>
  eachLine(lines, ({ customs = [], originCountries = [] }) => [
    ...when(customs.some(({ countryCode }) => countryCode !== undefined) && originCountries.length === 0, () =>
      error('ORIGIN_NAME_MISSING', '/originCountries'),
    ),
    ...customs.flatMap(({ countryCode }, at) =>
      when(countryCode !== undefined && !/^\d{3}$/.test(countryCode), () =>
        error('COUNTRY_CODE_FORM', `/customs/${at}/countryCode`, { value: countryCode }),
      ),
    ),
  ]);

/** РНПТ has 25 to 29 signs. */
export const traceabilityIsWhole: UpdRule = ({ lines }) =>
  eachLine(lines, ({ traceability = [] }) =>
    traceability.flatMap(({ number }, at) =>
      when(number.length < 25, () =>
        error('TRACEABILITY_NUMBER_FORM', `/traceability/${at}/number`, { value: number, length: number.length }),
      ),
    ),
  );

const GTIN_LENGTH = 14;
const TNVED_LENGTH = 10;
const CATALOG_LENGTH = 27;

/** Codes of goods have their lengths, and GTIN its check digit. */
export const goodsCodesAreRight: UpdRule = ({ lines }) =>
  eachLine(lines, ({ gtin, tnved, catalogCode }) => {
    const wrongGtin = gtin === undefined ? undefined : checkGtin(gtin);
    const isLong = gtin?.length === GTIN_LENGTH;
    return [
      ...(wrongGtin === undefined ? [] : [(isLong ? warning : error)(wrongGtin.code, '/gtin', wrongGtin.facts)]),
      ...when(tnved !== undefined && tnved.length !== TNVED_LENGTH, () =>
        error('TNVED_FORM', '/tnved', { value: tnved, expected: TNVED_LENGTH }),
      ),
      ...when(catalogCode !== undefined && catalogCode.length !== CATALOG_LENGTH, () =>
        error('CATALOG_CODE_FORM', '/catalogCode', { value: catalogCode, expected: CATALOG_LENGTH }),
      ),
    ];
  });

const GS = '\u001d';

/** A marking entry holds something, codes of one sort, none twice in the document, none with the separator GS. */
export const markingIsWhole: UpdRule = ({ lines }) => {
  const seen = new Set<string>();
  return eachLine(lines, ({ marking = [] }) =>
    marking.flatMap((entry, at) =>
      markingFindings(entry, seen).map((finding) => ({ ...finding, field: `/marking/${at}${finding.field}` })),
    ),
  );
};

const markingFindings = (entry: MarkingModel, seen: Set<string>): readonly DocumentFinding[] => {
  const { codes = [], packages = [], transportPackage, quantity } = entry;
  const isEmpty = codes.length + packages.length === 0 && transportPackage === undefined && quantity === undefined;
  return [
    ...when(isEmpty, () => error('MARKING_EMPTY', '')),
    ...when(codes.length > 0 && packages.length > 0, () => error('MARKING_MIXED', '')),
    ...when(quantity !== undefined && !/^\d{1,26}$/.test(quantity), () =>
      error('MARKING_QUANTITY_FORM', '/quantity', { value: quantity }),
    ),
    ...codes.flatMap((code, at) => codeFindings(code, seen, `/codes/${at}`)),
    ...packages.flatMap((code, at) => codeFindings(code, seen, `/packages/${at}`)),
  ];
};

const codeFindings = (code: string, seen: Set<string>, field: string): readonly DocumentFinding[] => {
  const isRepeated = seen.has(code);
  seen.add(code);
  return [
    ...when(isRepeated, () => error('MARKING_REPEATED', field, { code: code.slice(0, 60) })),
    ...when(code.includes(GS), () =>
      error('MARKING_SEPARATOR', field, { code: code.replaceAll(GS, '␝').slice(0, 60) }),
    ),
  ];
};

/** A code of marking without the separator GS, which XML cannot carry. */
export const withoutSeparator = (code: string): string => code.replaceAll(GS, '');
