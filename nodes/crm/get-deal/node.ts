import { Type as t } from '@sinclair/typebox';
import { defineNode } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';
import { Deal } from './deal.js';

export const getDeal = defineNode({
  id: 'crm.get-deal',
  version: 1,
  gateway: 'crm',
  input: t.Object(
    {
      dealId: t.String({ minLength: 1, maxLength: 100, ...said('Сделка', 'Номер сделки в CRM', { widget: 'value' }) }),
    },
    closed,
  ),
  output: Deal,
  effect: 'reads',
  async run({ input, client, signal }) {
    const deal = await client.getDeal(input.dealId, { signal });
    return { ...deal, lines: [...deal.lines] };
  },
});
