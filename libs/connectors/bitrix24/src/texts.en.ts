import { factText as text } from '@potok/connector-kit';
import type { texts as russian } from './texts.ru.js';

export const texts: typeof russian = {
  DEAL_NOT_FOUND: (facts) =>
    `There is no deal ${text(facts, 'dealId')} in Bitrix24: it was deleted, or the connection's user cannot see it.`,
  CRM_REFUSED: (facts) => `Bitrix24 refused the call: ${text(facts, 'words')}. Check the fields of the step.`,
  PORTAL_DELETED: () => 'The Bitrix24 portal is deleted. Give another portal in the connection.',
  AUTHORIZATION_EXPIRED: () => 'The access to Bitrix24 is no longer valid. Open the connection and sign in again.',
  CREDENTIALS_MISSING: () => 'Data to sign in to Bitrix24 is missing. Fill in the fields of the chosen way to sign in.',
};
