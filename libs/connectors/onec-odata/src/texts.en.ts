import { factText as text } from '@potok/connector-kit';
import type { texts as russian } from './texts.ru.js';

export const texts: typeof russian = {
  POSTING_REFUSED: (facts) =>
    `1C did not post the document: ${text(facts, 'words')}. Mend the data and retry the step.`,
  BASE_REFUSED: (facts) => `1C refused: ${text(facts, 'words')}. Mend the data and retry the step.`,
  BASE_BUSY: (facts) => `The 1C base is busy now: ${text(facts, 'words')}. We will try again.`,
  ORGANIZATION_UNKNOWN: (facts) =>
    `The 1C base has no organization with ИНН ${text(facts, 'inn')} and КПП ${text(facts, 'kpp')}. Check the organization's requisites or choose another base.`,
  ACCOUNT_UNKNOWN: (facts) =>
    `The chart of accounts in 1C has no account ${text(facts, 'code')}. Check that the base is «Бухгалтерия предприятия 3.0».`,
  CURRENCY_UNKNOWN: (facts) => `The 1C base has no currency ${text(facts, 'code')}. Add the rouble to its currencies.`,
  WAREHOUSE_NOT_CHOSEN: () =>
    'The 1C base has not exactly one warehouse. Choose one in the settings of the connection.',
  VAT_RATE_UNKNOWN: (facts) =>
    `Line ${text(facts, 'line')} («${text(facts, 'name')}») has НДС ${text(facts, 'rate')}, which 1C does not know. Mend the rate.`,
  OBJECTS_NOT_PUBLISHED: (facts) =>
    `The 1C base does not show over OData: ${text(facts, 'missing')}. Add these objects to its standard OData interface.`,
};
