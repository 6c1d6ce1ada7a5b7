import { useList } from '../../connections/use-list.js';

export interface BoxChoice {
  readonly value: string;
  readonly label: string;
  readonly fnsParticipantId: string;
}

/** The boxes that the operator shows to this connection. */
export const useBoxes = (connectionId: string) => {
  const { data = [], ...asked } = useList(connectionId, 'boxes');
  const choices = data.map(({ value, label, facts: { fnsParticipantId } }): BoxChoice => {
    return { value, label, fnsParticipantId: typeof fnsParticipantId === 'string' ? fnsParticipantId : '' };
  });
  return { ...asked, data: choices };
};
