import { expect, it } from '@jest/globals';
import { catalogues } from '../../app/texts/catalogue.js';
import { anOrganization } from '../../testing/fixtures/organizations.js';
import { freshOrganization, hasField, missingIn, organizationOrder } from './organization-form.js';

it('sends back unchanged what it was given', () => {
  const { id: _id, signers: _signers, boxes, ...organization } = anOrganization();
  expect(organizationOrder(freshOrganization(anOrganization()))).toEqual({
    ...organization,
    boxes: boxes.map(({ system: _system, ...box }) => box),
  });
});

it('leaves out what is empty and the КПП of a sole trader, and takes Russia for the country', () => {
  const text = { '/name': ' ИП Белова ', '/inn': '500100732259', '/kpp': '773601001', '/address/text': 'Москва' };
  expect(organizationOrder({ kind: 'sole-trader', text, boxes: [] })).toEqual({
    kind: 'sole-trader',
    name: 'ИП Белова',
    inn: '500100732259',
    address: { countryCode: '643', text: 'Москва' },
    boxes: [],
  });
});

it('names what each kind must have, and what a box must', () => {
  const box = { connectionId: 'c-1', boxId: '', fnsParticipantId: '2BM-1' };
  const missing = (kind: 'legal' | 'sole-trader') =>
    Object.keys(missingIn({ kind, text: { '/name': 'Имя' }, boxes: [box] }, catalogues.ru));
  expect(missing('legal')).toEqual(['/inn', '/kpp', '/boxes/0/boxId']);
  expect(missing('sole-trader')).toEqual(['/inn', '/person/lastName', '/person/firstName', '/boxes/0/boxId']);
});

it('knows which sentences of the API have their field in the form', () => {
  const form = freshOrganization(anOrganization());
  const shown = ['/inn', '/boxes/0/boxId', '/boxes/9/boxId', '/person/lastName', '/address/countryCode'];
  expect(shown.filter((pointer) => hasField(form, pointer))).toEqual(['/inn', '/boxes/0/boxId']);
});
