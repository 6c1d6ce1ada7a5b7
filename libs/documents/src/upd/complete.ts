import { partyName } from '../party/party-name.js';
import type { UpdModel } from './model.js';

/** Texts of real files; the order's own list was not found, so they stand here alone. */
export const UPD_TEXTS = {
  fact: 'Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)',
  invoiceAndFact:
    'Счет-фактура и документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)',
} as const;

/** Fills what a person need not say: names of the document by its function, and who composed it. Pure, safe twice. */
export const completeUpd = (model: UpdModel): UpdModel => ({
  ...model,
  ...namesOf(model),
  composerName: model.composerName ?? composerOf(model),
});

const namesOf = (model: UpdModel): Partial<UpdModel> => {
  if (model.function === 'СЧФ') return {};
  const documentName = model.function === 'СЧФДОП' ? UPD_TEXTS.invoiceAndFact : UPD_TEXTS.fact;
  return { factName: model.factName ?? UPD_TEXTS.fact, documentName: model.documentName ?? documentName };
};

const composerOf = ({ seller }: UpdModel): string => {
  const ids = [seller.inn, seller.kpp].filter((id) => id !== undefined);
  const label = ids.length === 2 ? 'ИНН/КПП' : 'ИНН';
  const name = partyName(seller);
  return (ids.length === 0 ? name : `${name}, ${label} ${ids.join('/')}`).slice(0, 1000);
};
