import { UpdModel } from '../upd/model.js';
import type { DocumentFinding, UpdContext, UpdRule } from './finding.js';
import { charactersFit } from './rules/characters.js';
import { currencyIsKnown, datesAreInOrder, functionHasItsParts, specialCaseFits } from './rules/function.js';
import { goodsCodesAreRight, markingIsWhole, originsAreNamed, traceabilityIsWhole } from './rules/goods.js';
import { hasLines, lineNumbersRise, linesAreNamed, linesHaveAmounts, unitsAreWhole } from './rules/lines.js';
import { partiesAreIdentified, partiesHaveAddresses } from './rules/party.js';
import { signersAreWhole } from './rules/signers.js';
import { amountsFitPrices, sumsAddUp, totalsAddUp, vatFitsAmounts } from './rules/sums.js';
import { vatFitsRegime, vatRatesAreInForce, vatRatesAreKnown, vatSumsFitRates } from './rules/vat.js';
import { shapeFindings } from './shape-findings.js';

/** All business rules of a seller's title, in the order in which a person reads the paper. */
export const UPD_RULES = {
  functionHasItsParts,
  datesAreInOrder,
  partiesAreIdentified,
  partiesHaveAddresses,
  currencyIsKnown,
  specialCaseFits,
  hasLines,
  lineNumbersRise,
  linesAreNamed,
  unitsAreWhole,
  vatRatesAreKnown,
  vatRatesAreInForce,
  vatFitsRegime,
  vatSumsFitRates,
  linesHaveAmounts,
  amountsFitPrices,
  vatFitsAmounts,
  sumsAddUp,
  totalsAddUp,
  originsAreNamed,
  goodsCodesAreRight,
  traceabilityIsWhole,
  markingIsWhole,
  signersAreWhole,
  charactersFit,
} as const satisfies Readonly<Record<string, UpdRule>>;

export interface UpdCheckOptions extends UpdContext {
  /** Codes that only warn here: checksums of ИНН in an operator's test contour, say. */
  readonly warnOnly?: readonly string[];
}

/**
 * What is wrong with a seller's title before it is built: first its shape (whatever it is: it may come from a mapping),
 * then the rules that no schema makes (requisites, sums, rates by date, dates, signers, marking). Never throws for bad
 * data; an empty list means that the document may leave. Sentences: `sentenceOf`.
 */
export const checkUpd = (model: unknown, options: UpdCheckOptions): readonly DocumentFinding[] => {
  const misshapen = shapeFindings(UpdModel, model);
  const found =
    misshapen.length > 0 ? misshapen : Object.values(UPD_RULES).flatMap((rule) => rule(model as UpdModel, options));
  return found.map((finding) =>
    options.warnOnly?.includes(finding.code) === true ? { ...finding, severity: 'warning' as const } : finding,
  );
};
