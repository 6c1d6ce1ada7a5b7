import type { FaultFacts, LegalDate, OrganizationProfile } from '@potok/contracts';
import type { UpdModel } from '../upd/model.js';

/** One thing that is wrong with a document. `error`: it must not leave; `warning`: a person should look. */
export interface DocumentFinding {
  readonly severity: 'error' | 'warning';
  /** A key of the texts. */
  readonly code: string;
  /** JSON pointer in the model: `/lines/0/price`; empty for the document as a whole. */
  readonly field: string;
  readonly facts: FaultFacts;
}

export interface UpdContext {
  /** Today in the organization's zone. */
  readonly today: LegalDate;
  /** The seller's regime, when it is known; then rates and function are held against it. */
  readonly taxRegime?: OrganizationProfile['taxRegime'];
}

/** One business rule: named, pure, tried alone. */
export type UpdRule = (model: UpdModel, context: UpdContext) => readonly DocumentFinding[];

export const error = (code: string, field: string, facts: FaultFacts = {}): DocumentFinding => ({
  severity: 'error',
  code,
  field,
  facts,
});

export const warning = (code: string, field: string, facts: FaultFacts = {}): DocumentFinding => ({
  ...error(code, field, facts),
  severity: 'warning',
});

/** The finding alone, or nothing. */
export const when = (isWrong: boolean, finding: () => DocumentFinding): readonly DocumentFinding[] =>
  isWrong ? [finding()] : [];

/** СЧФ and СЧФДОП are счета-фактуры and obey the tax code; ДОП does not. */
export const isInvoice = (model: Pick<UpdModel, 'function'>): boolean => model.function !== 'ДОП';
/** СЧФДОП and ДОП are первичные документы. */
export const isPrimary = (model: Pick<UpdModel, 'function'>): boolean => model.function !== 'СЧФ';

/** An advance счёт-фактура (СпОбстФСЧФ = 2). */
export const isAdvance = (model: UpdModel): boolean =>
  model.function === 'СЧФ' && model.additional?.specialCase === '2';
