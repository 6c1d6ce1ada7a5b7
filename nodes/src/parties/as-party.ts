import type { OrganizationProfile, PartyRequisites } from '@potok/contracts';
import type { PartyModel } from '@potok/documents';

type Address = PartyRequisites['address'];

/** A counterparty of the CRM as documents name it. Nothing is mended: what is missing stays missing, for the checks. */
export const partyOf = (party: PartyRequisites): PartyModel => {
  const isTrader = party.kind === 'sole-trader';
  return {
    kind: party.kind,
    name: present(party.fullName) ?? party.name,
    ...(party.person === undefined ? {} : { person: { ...party.person } }),
    ...given('inn', party.inn),
    ...given('kpp', isTrader ? undefined : party.kpp),
    ...given('ogrnip', isTrader ? party.ogrn : undefined),
    ...given('ogrnipDate', isTrader ? party.ogrnDate : undefined),
    ...addressOf(party.address),
    ...(party.bank === undefined ? {} : { bank: { ...party.bank } }),
  };
};

/** Own organization as documents name it. */
export const sellerOf = (own: OrganizationProfile): PartyModel => partyOf({ ...own, fullName: own.name });

const addressOf = (address: Address): Pick<PartyModel, 'address'> => {
  if (address === undefined || present(address.text) === undefined) return {};
  const { countryCode, countryName, text } = address;
  return { address: { text: { countryCode, countryName: countryName ?? nameOf(countryCode), text } } };
};

const nameOf = (countryCode: string): string => (countryCode === '643' ? 'Россия' : countryCode);

const present = (text: string | undefined): string | undefined => (text?.trim() === '' ? undefined : text);

const given = <K extends keyof PartyModel>(name: K, value: string | undefined): Partial<Record<K, string>> => {
  const text = present(value);
  return text === undefined ? {} : ({ [name]: text.trim() } as Record<K, string>);
};
