import { randomUUID } from 'node:crypto';

import { buildUpd, type PartyModel, type TitleBytes, type UpdFunction } from '@potok/documents';
import { issueDemoCa, issueDemoCertificate, signDetached, type CertifiedKey } from '@potok/signing';

import { demoSeller, type DemoOrganization } from '../../demo.js';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** A new key of a firm, certified by a CA that the sandbox has never seen. */
export const makeKey = (owner: DemoOrganization, now = new Date()): CertifiedKey => {
  const time = { notBefore: new Date(now.getTime() - YEAR_MS), notAfter: new Date(now.getTime() + YEAR_MS) };
  const { surname, name, patronymic } = owner.director;
  return issueDemoCertificate({
    ca: issueDemoCa(time),
    ...time,
    person: { lastName: surname, firstName: name, middleName: patronymic },
    organization: owner.shortName,
    innLegal: owner.inn,
  });
};

export const sign = (key: CertifiedKey, bytes: Uint8Array): Uint8Array =>
  signDetached({ bytes, ...key, signedAt: new Date() });

const partyOf = (one: DemoOrganization): PartyModel => ({
  kind: one.kind === 'company' ? 'legal' : 'sole-trader',
  inn: one.inn,
  address: { parts: { regionCode: one.address.regionCode, regionName: one.address.regionName } },
  ...(one.kind === 'company' && one.kpp !== undefined
    ? { name: one.fullName, kpp: one.kpp }
    : {
        person: { lastName: one.director.surname, firstName: one.director.name, middleName: one.director.patronymic },
        ogrnip: one.ogrn,
        ogrnipDate: one.ogrnDate ?? '2024-01-01',
      }),
});

/** A seller's title of one line, 100.00 and 22 %. */
export const makeUpd = (buyer: DemoOrganization, number: string, named: UpdFunction = 'СЧФДОП'): TitleBytes => {
  const { surname, name, patronymic, position } = demoSeller.director;
  const date = new Date().toISOString().slice(0, 10);
  return buildUpd(
    {
      function: named,
      number,
      date,
      seller: partyOf(demoSeller),
      buyer: partyOf(buyer),
      currency: { code: '643', name: 'Российский рубль' },
      lines: [
        {
          number: 1,
          name: 'Стол',
          unitCode: '796',
          unitName: 'шт',
          quantity: '1',
          price: '100.00',
          amountWithoutVat: '100.00',
          vatRate: '22',
          vat: '22.00',
          amountWithVat: '122.00',
        },
      ],
      totals: { amountWithoutVat: '100.00', vat: '22.00', amountWithVat: '122.00' },
      ...(named === 'СЧФ' ? {} : { transfer: { content: 'Товары переданы', date } }),
      signers: [
        { person: { lastName: surname, firstName: name, middleName: patronymic }, position, authority: 'certificate' },
      ],
    },
    {
      receiverId: buyer.diadoc.fnsParticipantId,
      senderId: demoSeller.diadoc.fnsParticipantId,
      guid: randomUUID(),
    },
    { date, time: '10:00:00' },
  );
};
