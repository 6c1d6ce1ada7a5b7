import { factText as text } from '@potok/connector-kit';
import type { texts as russian } from './texts.ru.js';

export const texts: typeof russian = {
  OPERATOR_REFUSED: (facts) => `Diadoc did not take the document: ${text(facts, 'words')}.`,
  OPERATION_IN_PROGRESS: () => 'Diadoc is still working on this very sending. We will wait and ask again.',
  COUNTERPARTY_UNKNOWN: () =>
    'Diadoc knows no such box of the buyer. Check ИНН and КПП, or invite the buyer to Diadoc.',
  COUNTERPARTY_NOT_PARTNER: (facts) =>
    `${text(facts, 'name')} (ИНН ${text(facts, 'inn')}) is no partner in Diadoc yet. Send an invitation and wait for consent.`,
  COUNTERPARTY_ROAMING: (facts) =>
    `${text(facts, 'name')} (ИНН ${text(facts, 'inn')}) works through another operator. Set up roaming with it in Diadoc.`,
  FORMAT_NOT_CARRIED: (facts) =>
    `Diadoc does not carry a document «${text(facts, 'kind')}» in format ${text(facts, 'formatVersion')}. Choose another version of the format.`,
  AUTHORIZATION_EXPIRED: () => 'The access to Diadoc is no longer valid. Open the connection and sign in again.',
  CREDENTIALS_MISSING: () => 'Data to sign in to Diadoc is missing. Fill in the fields of the chosen way to sign in.',
  NO_BOXES: () => 'The user has no box in Diadoc. Give them access to the box of the organization.',
};
