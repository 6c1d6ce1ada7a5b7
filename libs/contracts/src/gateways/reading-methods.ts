import type { AccountingGateway } from './accounting.js';
import type { CrmGateway } from './crm.js';
import type { OperatorGateway } from './operator.js';

type Kinds<Gateway> = Readonly<Record<keyof Gateway, 'reads' | 'acts'>>;

/**
 * What each method of a gateway does to the outside: a try of a draft lets only the reading ones through. A method that
 * is added to an interface does not compile until it is named here.
 */
export const GATEWAY_METHODS = {
  crm: {
    getDeal: 'reads',
    getDealMark: 'reads',
    listChangedDeals: 'reads',
    updateDeal: 'acts',
  } satisfies Kinds<CrmGateway>,
  operator: {
    listBoxes: 'reads',
    findCounterparties: 'reads',
    send: 'acts',
    listEvents: 'reads',
    readEntity: 'reads',
    // It asks the operator to make a file; some number what they make.
    makeReceipt: 'acts',
    listOutgoing: 'reads',
    findSent: 'reads',
    sendReceipt: 'acts',
  } satisfies Kinds<OperatorGateway>,
  accounting: {
    post: 'acts',
    findByKey: 'reads',
    listPosted: 'reads',
    unpost: 'acts',
  } satisfies Kinds<AccountingGateway>,
} as const;
