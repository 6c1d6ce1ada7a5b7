import { NodeFault } from '@potok/contracts';
import { defineConnection } from '@potok/node-sdk';
import { DiadocSecrets, DiadocSettings } from './account.js';
import { DiadocClient } from './client.js';
import { SYSTEM } from './map.js';

// The operator advises no more than 100 requests a second for one account.
const LIMIT_PER_SECOND = 50;

/** An account at Контур.Диадок. */
export const diadoc = defineConnection({
  id: SYSTEM,
  title: { ru: 'Контур.Диадок', en: 'Kontur.Diadoc' },
  implements: ['operator'],
  secrets: DiadocSecrets,
  settings: DiadocSettings,
  limitPerSecond: LIMIT_PER_SECOND,
  connect: ({ secrets, settings, http, now, renewSecrets }) =>
    new DiadocClient({ secrets, settings, http, now, renewSecrets }),
  async check(client, signal) {
    if ((await client.listBoxes({ signal })).length === 0)
      throw new NodeFault('refused', 'NO_BOXES', { facts: { system: SYSTEM } });
  },
  lists: {
    boxes: async (client, signal) =>
      (await client.listBoxes({ signal })).map((box) => ({
        value: box.boxId,
        label: [box.name, `ИНН ${box.inn}`, ...(box.kpp === undefined ? [] : [`КПП ${box.kpp}`])].join(', '),
        facts: { fnsParticipantId: box.fnsParticipantId, inn: box.inn },
      })),
  },
});
