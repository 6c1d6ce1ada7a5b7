import { demoBuyers, demoSeller, diadocAccount, type DemoOrganization } from '../../demo.js';
import { ticksOf } from '../files/moments.js';
import type { DiadocState, OrganizationRecord, RelationRecord, RobotSetting } from './state.js';

export const DEFAULT_ROBOT: RobotSetting = {
  mode: 'off',
  delayMs: 3000,
  reason: 'Неверная цена в строке 1',
  sendsReceipts: true,
  asksReceipt: true,
};

/** The state of a first start: the demo firms, partners as `demo.ts` says, nothing sent. */
export const seedState = (now: Date): DiadocState => ({
  organizations: [
    toRecord(demoSeller, diadocAccount.login),
    ...demoBuyers.map((buyer) => toRecord(buyer, buyer.email)),
  ],
  relations: demoBuyers.filter((buyer) => buyer.relation === 'partner').flatMap((buyer) => partnersOf(buyer, now)),
  counteragentEvents: [],
  messages: {},
  events: {},
  operations: {},
  tasks: {},
  tokens: {},
  shelf: {},
  robots: Object.fromEntries(demoBuyers.map((buyer) => [buyer.diadoc.boxId, DEFAULT_ROBOT])),
  lastTicks: ticksOf(now),
});

const partnersOf = (buyer: DemoOrganization, now: Date): readonly RelationRecord[] => {
  const partner = { status: 'IsMyCounteragent', ticks: ticksOf(now) } as const;
  return [
    { ...partner, of: demoSeller.diadoc.boxId, to: buyer.diadoc.boxId },
    { ...partner, of: buyer.diadoc.boxId, to: demoSeller.diadoc.boxId },
  ];
};

const toRecord = (one: DemoOrganization, login: string): OrganizationRecord => ({
  orgId: one.diadoc.orgId,
  boxId: one.diadoc.boxId,
  inn: one.inn,
  kpp: one.kpp ?? '',
  ogrn: one.ogrn,
  fullName: one.fullName,
  shortName: one.shortName,
  fnsParticipantId: one.diadoc.fnsParticipantId,
  isEntrepreneur: one.kind === 'entrepreneur',
  isRoaming: !one.diadoc.fnsParticipantId.startsWith('2BM'),
  address: {
    zipCode: one.address.zipCode,
    region: one.address.regionCode,
    city: one.address.city,
    street: one.address.street,
    house: one.address.house,
  },
  signer: one.director,
  login,
});
