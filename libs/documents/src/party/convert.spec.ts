import { describe, expect, it } from '@jest/globals';
import type { OrganizationProfile, PartyRequisites } from '@potok/contracts';
import { checkParty } from '../checks/rules/party.js';
import { partyOfOrganization, partyOfRequisites } from './convert.js';

const person = { lastName: 'Орлов', firstName: 'Пётр' };
const address = { countryCode: '643', text: 'г. Москва, ул. Вавилова, 19', postalCode: '117312' };

describe('partyOfOrganization', () => {
  it('is a seller that the checks accept', () => {
    const organization: OrganizationProfile = {
      organizationId: '0192f0c1-7a3b-7c4d-8e5f-60718293a4b5',
      kind: 'sole-trader',
      name: 'ИП Орлов',
      inn: '500100732259',
      ogrn: '304500116000157',
      ogrnDate: '2004-06-08',
      person,
      address,
      bank: { account: '40702810638050013199', bik: '044525225' },
      taxRegime: 'osno',
      timeZone: 'Europe/Moscow',
      boxes: [],
      signers: [],
    };
    const party = partyOfOrganization(organization);
    expect(party).toEqual({
      kind: 'sole-trader',
      person,
      inn: '500100732259',
      ogrnip: '304500116000157',
      ogrnipDate: '2004-06-08',
      address: { text: { countryCode: '643', countryName: 'Россия', text: '117312, г. Москва, ул. Вавилова, 19' } },
      bank: { account: '40702810638050013199', bik: '044525225' },
    });
    expect(checkParty(party, { role: 'seller', field: '/seller' })).toEqual([]);
  });
});

describe('partyOfRequisites', () => {
  it('keeps what is there and guesses nothing', () => {
    const given: PartyRequisites = {
      kind: 'legal',
      name: 'Василёк',
      fullName: 'АО «Василёк»',
      kpp: '1',
      email: 'a@b.ru',
    };
    expect(partyOfRequisites(given)).toEqual({ kind: 'legal', name: 'АО «Василёк»', kpp: '1', emails: ['a@b.ru'] });
  });

  it('knows a foreign firm by its country', () => {
    const given: PartyRequisites = {
      kind: 'foreign',
      name: 'ТОО «Алатау»',
      inn: '123456789012',
      address: { countryCode: 'KZ', text: 'г. Алматы' },
    };
    const party = partyOfRequisites(given);
    expect(party.foreign).toEqual({
      isPerson: false,
      countryCode: '398',
      countryName: 'Казахстан',
      id: '123456789012',
    });
    expect(party.inn).toBeUndefined();
    expect(checkParty(party, { role: 'buyer', field: '/buyer' })).toEqual([]);
  });
});
