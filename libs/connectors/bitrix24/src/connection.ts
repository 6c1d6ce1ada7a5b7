import { defineConnection } from '@potok/node-sdk';
import { BitrixSecrets, BitrixSettings } from './account.js';
import { describeDeal, listPipelines, listStages, listUsers } from './account-lists.js';
import { BitrixClient } from './client.js';
import { SYSTEM } from './rest-error.js';

// The portal drains two calls a second; a burst above fifty is answered with QUERY_LIMIT_EXCEEDED.
const LIMIT_PER_SECOND = 2;

/** A portal of Битрикс24. */
export const bitrix24 = defineConnection({
  id: SYSTEM,
  title: { ru: 'Битрикс24', en: 'Bitrix24' },
  implements: ['crm'],
  secrets: BitrixSecrets,
  settings: BitrixSettings,
  limitPerSecond: LIMIT_PER_SECOND,
  connect: ({ secrets, settings, http, now, renewSecrets }) =>
    new BitrixClient({ secrets, settings, http, now, renewSecrets }),
  async check(client, signal) {
    await client.call('crm.deal.fields', {}, signal);
  },
  lists: { pipelines: listPipelines, stages: listStages, users: listUsers },
  describe: async (client, signal) => ({ deal: await describeDeal(client, signal) }),
});
