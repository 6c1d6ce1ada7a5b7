import type { SameTexts } from '@potok/node-sdk';
import type { texts as ru } from './texts.ru.js';

export const texts: SameTexts<typeof ru> = {
  title: 'Build an UPD',
  summary: 'Builds UPD 5.03 from the data of a deal, numbers it and checks it by schema and rules.',
  synonyms: ['UPD', 'invoice', 'waybill', 'act', 'document', 'XML', 'format 5.03'],
  sentences: {
    BUYER_MISSING: 'Deal {dealId} has no requisites of the buyer. Fill them in at the company.',
    CURRENCY_NOT_ROUBLES: 'The deal is in {currency}, an UPD is built in roubles. Recount the deal.',
    BUYER_INN_MISSING: 'Buyer “{name}” has no INN, so the box cannot be found. Fill it in in the CRM.',
    OWN_BOX_NOT_FOUND: 'Organization “{name}” (INN {inn}) has no box at this operator. Add it in its settings.',
    SIGNER_NOT_FOUND: 'Organization “{name}” has no such signer. Add a certificate in its settings.',
    COUNTERPARTY_UNKNOWN:
      'The operator does not know buyer “{name}” with INN {inn} and KPP {kpp}. Check them in the CRM.',
    COUNTERPARTY_NOT_PARTNER: '“{name}” (INN {inn}) is not a partner yet. Send an invitation at the operator.',
    COUNTERPARTY_ROAMING: '“{name}” (INN {inn}) works with another operator. Set up roaming at the operator.',
    ORGANIZATION_NOT_FOUND: 'There is no own organization with INN {inn} and KPP {kpp}. Add it in the settings.',
    ORGANIZATION_AMBIGUOUS: 'There are several own organizations. Name the seller in the deal or in the step.',
    DOCUMENT_NUMBER_TAKEN: 'There is a document {number} of {date} already. Give another number.',
    TITLE_FIXED: 'The file of this document was built with other data. Undo the run and start anew.',
  },
};
