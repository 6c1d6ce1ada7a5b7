import type { OrganizationProfile } from '@potok/contracts';

/** Own organization of the tests: requisites with right check digits, one box at the operator, one test signer. */
export const anOrganization = (over: Partial<OrganizationProfile> = {}): OrganizationProfile => ({
  organizationId: '0197a000-0000-7000-8000-000000000001',
  kind: 'legal',
  name: 'ООО «Поток»',
  inn: '7736050003',
  kpp: '773601001',
  address: { countryCode: '643', text: '101000, г. Москва, ул. Мясницкая, д. 1', regionCode: '77' },
  taxRegime: 'osno',
  timeZone: 'Europe/Moscow',
  boxes: [{ system: 'diadoc', boxId: 'our-box', fnsParticipantId: '2BM-7736050003-773601001-201501010000000000001' }],
  signers: [aSigner],
  ...over,
});

const aSigner = {
  certificateId: '0197a000-0000-7000-8000-0000000000c1',
  person: { lastName: 'Иванова', firstName: 'Мария', middleName: 'Петровна' },
  position: 'Генеральный директор',
  thumbprint: 'aa11',
  provider: 'software',
  notAfter: '2027-12-31T00:00:00Z',
  isTest: true,
} as const;
