import type { PartyModel, PersonModel } from './model.js';

export const fullName = ({ lastName, firstName, middleName }: PersonModel): string =>
  [lastName, firstName, middleName].filter((part) => part !== undefined && part !== '').join(' ');

/** How people call the party: the organization's name, «ИП Иванов Иван», the person's name. */
export const partyName = (party: PartyModel): string => {
  if (party.person !== undefined && party.kind === 'sole-trader') return `ИП ${fullName(party.person)}`;
  if (party.person !== undefined && party.kind === 'person') return fullName(party.person);
  return party.name ?? party.shortName ?? '';
};
