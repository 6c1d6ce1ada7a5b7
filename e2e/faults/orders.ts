import type { PartyRequisites } from '@potok/contracts';
import { demoBuyers, type DemoBuyer } from '@potok/sandbox/demo';

const buyerNamed = (key: string): DemoBuyer => {
  const found = demoBuyers.find((one) => one.key === key);
  if (found === undefined) throw new Error(`The demo has no buyer ${key}`);
  return found;
};
/** Signs whatever comes. */
export const prompt = buyerNamed('romashka');
/** Signs when told to. */
export const slow = buyerNamed('klever');

export const requisites = (one: DemoBuyer): PartyRequisites => ({
  kind: 'legal',
  name: one.shortName,
  fullName: one.fullName,
  inn: one.inn,
  ...(one.kpp === undefined ? {} : { kpp: one.kpp }),
  ogrn: one.ogrn,
  address: {
    countryCode: '643',
    text: `${one.address.city}, ${one.address.street}, ${one.address.house}`,
    regionCode: one.address.regionCode,
  },
});
export const line = {
  id: '1',
  name: 'Товар',
  quantity: '2',
  unitCode: '796',
  priceWithoutVat: '100.00',
  priceWithVat: '122.00',
  vatRate: '22',
  isVatIncluded: false,
  isService: false,
};

export const promptBuyer: PartyRequisites = requisites(prompt);
