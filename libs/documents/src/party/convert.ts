import type { AddressText, OrganizationProfile, PartyRequisites } from '@potok/contracts';
import { findCountry, RUSSIA } from './countries.js';
import type { AddressModel, BankModel, PartyModel } from './model.js';

type Common = Pick<PartyRequisites, 'address' | 'bank'>;

/** Own organization as the seller of a document. */
export const partyOfOrganization = (organization: OrganizationProfile): PartyModel => partyOfRequisites(organization);

/** A party of a CRM as a participant of a document. Nothing is mended or guessed: what is missing stays missing, for the checks. */
export const partyOfRequisites = (given: PartyRequisites | OrganizationProfile): PartyModel => {
  const { email, phone, fullName } = contactsOf(given);
  return {
    kind: given.kind,
    ...namesOf(given, fullName),
    ...(given.inn === undefined || given.kind === 'foreign' ? {} : { inn: given.inn }),
    ...(given.kpp === undefined || given.kind !== 'legal' ? {} : { kpp: given.kpp }),
    ...traderOf(given),
    ...(given.kind === 'foreign' ? { foreign: foreignOf(given) } : {}),
    ...placesOf(given),
    ...(phone === undefined ? {} : { phones: [phone] }),
    ...(email === undefined ? {} : { emails: [email] }),
  };
};

const contactsOf = (
  given: PartyRequisites | OrganizationProfile,
): Pick<PartyRequisites, 'email' | 'phone' | 'fullName'> => ('organizationId' in given ? {} : given);

const namesOf = (given: PartyRequisites | OrganizationProfile, fullName: string | undefined): Partial<PartyModel> => {
  const isHuman = given.kind === 'sole-trader' || given.kind === 'person';
  if (isHuman) return given.person === undefined ? {} : { person: { ...given.person } };
  const name = fullName ?? given.name;
  return name === '' ? {} : { name };
};

const traderOf = (given: PartyRequisites | OrganizationProfile): Partial<PartyModel> => {
  if (given.kind !== 'sole-trader') return {};
  return {
    ...(given.ogrn === undefined ? {} : { ogrnip: given.ogrn }),
    ...(given.ogrnDate === undefined ? {} : { ogrnipDate: given.ogrnDate }),
  };
};

/** A CRM keeps the number that a foreign firm has at home in the field of the ИНН. */
const foreignOf = (given: PartyRequisites | OrganizationProfile): NonNullable<PartyModel['foreign']> => {
  const code = given.address?.countryCode ?? '';
  const country = findCountry(code);
  return {
    isPerson: false,
    countryCode: country?.code ?? code,
    countryName: given.address?.countryName ?? country?.name ?? code,
    ...(given.inn === undefined ? {} : { id: given.inn }),
  };
};

const placesOf = ({ address, bank }: Common): { address?: AddressModel; bank?: BankModel } => ({
  ...(address === undefined ? {} : { address: { text: addressOf(address) } }),
  ...(bank === undefined ? {} : { bank: { ...bank } }),
});

/** АдрИнф carries any address as one line; a text is not taken apart, because that would be a guess. */
const addressOf = (address: AddressText): NonNullable<AddressModel['text']> => {
  const country = findCountry(address.countryCode);
  const isIndexInText = address.postalCode === undefined || address.text.includes(address.postalCode);
  return {
    countryCode: country?.code ?? address.countryCode,
    countryName: address.countryName ?? country?.name ?? RUSSIA.name,
    text: isIndexInText ? address.text : `${address.postalCode}, ${address.text}`,
  };
};
