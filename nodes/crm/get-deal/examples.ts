import { aCrmDeal, fakeCrm } from '@potok/connector-kit/testing';
import { examplesOf } from '@potok/node-sdk/testing';
import { getDeal } from './node.js';

export const examples = examplesOf(getDeal, [
  {
    title: 'читает сделку с покупателем и товарами',
    given: () => ({ client: fakeCrm() }),
    input: { dealId: '101' },
    output: aCrmDeal(),
  },
  {
    title: 'говорит, что сделки нет',
    given: () => ({ client: fakeCrm() }),
    input: { dealId: '404' },
    fault: 'DEAL_NOT_FOUND',
  },
]);
