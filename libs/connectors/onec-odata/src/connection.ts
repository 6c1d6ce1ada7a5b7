import { defineConnection } from '@potok/node-sdk';
import { OneCSecrets, OneCSettings } from './account.js';
import { OneCClient } from './client.js';
import { SETS } from './names.js';
import { SYSTEM } from './odata.js';

// 1С names no limit; a base serves each session one call at a time.
const LIMIT_PER_SECOND = 10;

/** A base of «1С:Бухгалтерия предприятия 3.0». */
export const onecOdata = defineConnection({
  id: SYSTEM,
  title: { ru: '1С:Бухгалтерия (OData)', en: '1C:Accounting (OData)' },
  implements: ['accounting'],
  secrets: OneCSecrets,
  settings: OneCSettings,
  limitPerSecond: LIMIT_PER_SECOND,
  connect: ({ secrets, settings, http, now }) => new OneCClient({ secrets, settings, http, now }),
  check: (client, signal) => client.check(signal),
  lists: {
    organizations: (client, signal) => client.choices(SETS.organizations, signal),
    warehouses: (client, signal) => client.choices(SETS.warehouses, signal),
  },
});
