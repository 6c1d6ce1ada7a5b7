import fc from 'fast-check';
import type { AddressModel, PartyModel } from '../src/party/model.js';
import type { DocumentReference } from '../src/upd/reference.js';

// Characters that escape badly or lie at the edges of windows-1251, among plain ones.
const unit = fc.constantFrom(...'абвЯёЁ09 xZ№«»—–…“”\'"<>&;/%\t\n®§°µ'.split(''), '&lt;', '&amp;', '&#10;');
/** Any text of the format: 1 to `max` characters, short most often, sometimes as long as can be. */
export const textOf = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.string({ unit, minLength: 1, maxLength: Math.min(max, 12) }).map((text) => text.slice(0, max)),
    },
    { weight: 1, arbitrary: fc.constant('Ж'.repeat(max)) },
  );
export const exactly = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'09AZЖ'.split('')), minLength: length, maxLength: length });
export const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: length, maxLength: length });
export const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
export const decimal = (places: number, min = 0): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min, max: 99_999_999 }), fc.integer({ min: 0, max: places }), digits(places))
    .map(([whole, used, tail]) => (used === 0 ? String(whole) : `${String(whole)}.${tail.slice(0, used)}`));
export const money = decimal(2);
export const inn = (length: 10 | 12): fc.Arbitrary<string> => digits(length - 2).map((tail) => `77${tail}`);

/** A record whose other keys may be absent. */
export const some = <T extends object, K extends keyof T>(
  model: { [P in keyof T]-?: fc.Arbitrary<NonNullable<T[P]>> },
  requiredKeys: readonly K[],
): fc.Arbitrary<T> => fc.record(model, { requiredKeys: [...requiredKeys] }) as fc.Arbitrary<T>;
export const listOf = <T>(item: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(item, { minLength: 1, maxLength });

export const person = some<NonNullable<PartyModel['person']>, 'lastName' | 'firstName'>(
  { lastName: textOf(60), firstName: textOf(60), middleName: textOf(60) },
  ['lastName', 'firstName'],
);
const parts = some<NonNullable<AddressModel['parts']>, 'regionCode' | 'regionName'>(
  {
    postalCode: digits(6),
    regionCode: digits(2),
    regionName: textOf(51),
    district: textOf(255),
    city: textOf(255),
    settlement: textOf(255),
    street: textOf(255),
    house: textOf(50),
    building: textOf(50),
    flat: textOf(50),
    note: textOf(1000),
  },
  ['regionCode', 'regionName'],
);
const line1 = fc.record({ countryCode: digits(3), countryName: textOf(255), text: textOf(1000) });
const address: fc.Arbitrary<AddressModel> = fc.oneof(
  fc.record({ parts }),
  fc.record({ text: line1, gln: exactly(13) }),
);
const bank = some<NonNullable<PartyModel['bank']>, never>(
  { account: textOf(34), bankName: textOf(1000), bik: digits(9), correspondentAccount: textOf(34) },
  [],
);
const common = {
  shortName: textOf(510),
  division: textOf(500),
  okpo: textOf(10),
  infoForParty: textOf(255),
  address,
  bank,
  phones: listOf(textOf(255)),
  emails: listOf(textOf(255)),
};
const foreign = some<NonNullable<PartyModel['foreign']>, 'isPerson' | 'countryCode' | 'countryName'>(
  { isPerson: fc.boolean(), countryCode: digits(3), countryName: textOf(255), id: textOf(255), note: textOf(255) },
  ['isPerson', 'countryCode', 'countryName'],
);
const kpp = digits(7).map((tail) => `77${tail}`);
export const party: fc.Arbitrary<PartyModel> = fc.oneof(
  fc.record(
    { kind: fc.constant('legal' as const), name: textOf(1000), inn: inn(10), kpp, ...common },
    { requiredKeys: ['kind', 'name', 'inn'] },
  ),
  fc.record(
    {
      kind: fc.constant('sole-trader' as const),
      person,
      inn: inn(12),
      ogrnip: digits(15),
      ogrnipDate: date,
      note: textOf(255),
      ...common,
    },
    { requiredKeys: ['kind', 'person', 'inn'] },
  ),
  fc.record(
    { kind: fc.constant('person' as const), person, inn: inn(12), note: textOf(255), ...common },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    { kind: fc.constant('foreign' as const), name: textOf(1000), foreign, ...common },
    { requiredKeys: ['kind', 'name', 'foreign'] },
  ),
);

export const reference = some<DocumentReference, 'name' | 'number' | 'date'>(
  {
    name: textOf(255),
    number: textOf(255),
    date,
    fileId: textOf(255),
    id: textOf(255),
    storage: textOf(500),
    url: textOf(500),
    note: textOf(2000),
    composerInns: listOf(fc.oneof(inn(10), inn(12))),
  },
  ['name', 'number', 'date'],
);
export const infoField = fc.record({ key: textOf(50), value: textOf(2000) });
export const info = fc.record(
  { fields: fc.array(infoField, { maxLength: 3 }), fileId: exactly(36) },
  { requiredKeys: ['fields'] },
);
