import type { OperatorGateway } from '@potok/contracts';
import { notMade, type TellNotMade } from './not-made.js';

/** Boxes and partners of a workspace that has no operator yet: so that documents can be built before an account is there. */
export const TRIAL_BOX_SYSTEM = 'trial';

export const trialBoxOf = (party: { readonly inn: string; readonly kpp?: string | undefined }) => ({
  boxId: `trial-${party.inn}`,
  fnsParticipantId: ['2BM', party.inn, ...(party.kpp === undefined ? [] : [party.kpp]), '000000000000000000000'].join(
    '-',
  ),
});

/** Knows every buyer as a partner, and does nothing else. `own`: the boxes of own organizations. */
export const trialOperator = (
  own: () => Promise<readonly { readonly boxId: string; readonly fnsParticipantId: string }[]>,
  tell: { readonly notMade: TellNotMade; readonly used: () => void },
): OperatorGateway => {
  const absent = () => notMade(tell.notMade, 'no-connection');
  return {
    listBoxes: async () => {
      tell.used();
      return (await own()).map((box) => ({ ...box, name: 'Пробный ящик', inn: '' }));
    },
    findCounterparties: async ({ inn, kpp }) => {
      tell.used();
      const box = {
        ...trialBoxOf({ inn, kpp }),
        name: 'Пробный получатель',
        inn,
        ...(kpp === undefined ? {} : { kpp }),
      };
      return [{ ...box, relation: 'partner', isRoaming: false }];
    },
    send: absent,
    listEvents: absent,
    readEntity: absent,
    makeReceipt: absent,
    sendReceipt: absent,
  };
};
