import type { RunView } from '@potok/contracts';
import type { Texts } from '../app/texts/catalogue.js';

const SHORT_ID = 8;

/** What a run is about, the most telling word first; a run about nothing known is named by the end of its id. */
export const subjectOf = ({ id, subject }: Pick<RunView, 'id' | 'subject'>, { runs }: Texts): readonly string[] => {
  const { documentNumber, counterpartyName, counterpartyInn, dealId } = subject;
  const words = [
    documentNumber === undefined ? undefined : runs.document(documentNumber),
    counterpartyName ?? (counterpartyInn === undefined ? undefined : runs.inn(counterpartyInn)),
    dealId === undefined ? undefined : runs.deal(dealId),
  ].filter((word) => word !== undefined);
  return words.length > 0 ? words : [runs.run(id.slice(-SHORT_ID))];
};
