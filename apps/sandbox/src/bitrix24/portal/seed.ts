import { type DemoOrganization, demoBuyers, demoSeller } from '../../demo.js';
import { USUAL_LIMIT } from '../wire/leaky-bucket.js';
import { portalTime } from '../wire/portal-time.js';
import { blankBankDetail, blankCompany, blankContact, blankDeal, blankRequisite } from './blank-rows.js';
import type { Portal, Row } from './portal.js';
import { totalsOf } from './prices.js';
import { readProductRow } from './product-row.js';
import { type SeedBuyer, type SeedDeal, seedDeals } from './seed-deals.js';
import { findStage } from './stages.js';

const PRESET_COMPANY = '1';
const PRESET_ENTREPRENEUR = '3';
const LEGAL_ADDRESS = '6';
const REQUISITE = '8';

/** The portal of ООО «Поток Демо»: its own company is number 1, then the buyers, then the two firms that exist only here. */
export const seedPortal = (now: Date): Portal => {
  const at = portalTime(now);
  const portal = emptyPortal();
  addFirm(portal, demoSeller, at);
  const own = portal.companies[0];
  if (own) Object.assign(own, { IS_MY_COMPANY: 'Y', COMPANY_TYPE: 'OTHER' });
  const companyOf = new Map(seedFirms().map(([key, firm]) => [key, addFirm(portal, firm, at)]));
  for (const deal of seedDeals) addDeal(portal, deal, { companyId: companyOf.get(deal.buyer) ?? '1', at });
  return portal;
};

const emptyPortal = (): Portal => ({
  lastIds: {},
  deals: [],
  productRows: [],
  companies: [],
  contacts: [],
  requisites: [],
  bankDetails: [],
  addresses: [],
  requisiteLinks: [],
  comments: [],
  tasks: [],
  subscriptions: [],
  deliveries: [],
  offline: [],
  tokens: [],
  codes: [],
  settings: { limit: USUAL_LIMIT, eventsPerSave: 2, appRedirectUrl: '' },
});

export const nextId = (portal: Portal, kind: string): string =>
  String((portal.lastIds[kind] = (portal.lastIds[kind] ?? 0) + 1));

const seedFirms = (): readonly (readonly [SeedBuyer, DemoOrganization])[] => {
  const buyer = (key: string): DemoOrganization => demoBuyers.find((one) => one.key === key) ?? demoSeller;
  const named = (key: string, over: Partial<DemoOrganization>) => ({ ...buyer('romashka'), key, ...over });
  return [
    ['romashka', buyer('romashka')],
    ['luchkov', buyer('luchkov')],
    ['vasilek', buyer('vasilek')],
    ['klever', buyer('klever')],
    [
      'wrong-inn',
      named('wrong-inn', {
        fullName: 'Общество с ограниченной ответственностью «Пион»',
        shortName: 'ООО «Пион»',
        inn: '9601000067',
        email: 'buh@pion.example',
      }),
    ],
    [
      'unknown',
      named('unknown', {
        fullName: 'Общество с ограниченной ответственностью «Ландыш»',
        shortName: 'ООО «Ландыш»',
        inn: '9601000058',
        ogrn: '1249600000055',
        email: 'buh@landysh.example',
      }),
    ],
  ];
};

const addFirm = (portal: Portal, firm: DemoOrganization, at: string): string => {
  const companyId = nextId(portal, 'company');
  const stamp = { DATE_CREATE: at, DATE_MODIFY: at, CREATED_BY_ID: '1', MODIFY_BY_ID: '1', ASSIGNED_BY_ID: '1' };
  const reach = { HAS_PHONE: 'Y', HAS_EMAIL: 'Y', PHONE: firm.phone, EMAIL: firm.email };
  portal.companies.push({ ...blankCompany(), ...stamp, ...reach, ID: companyId, TITLE: firm.shortName });
  portal.contacts.push({
    ...blankContact(),
    ...stamp,
    ...reach,
    ID: nextId(portal, 'contact'),
    NAME: firm.director.name,
    SECOND_NAME: firm.director.patronymic,
    LAST_NAME: firm.director.surname,
    POST: firm.director.position,
    COMPANY_ID: companyId,
  });
  const requisiteId = nextId(portal, 'requisite');
  portal.requisites.push({ ...requisiteOf(firm), ID: requisiteId, ENTITY_ID: companyId, DATE_CREATE: at });
  portal.bankDetails.push({ ...bankOf(firm), ID: nextId(portal, 'bank'), ENTITY_ID: requisiteId, DATE_CREATE: at });
  portal.addresses.push({ ...addressOf(firm), ENTITY_ID: requisiteId, ANCHOR_ID: companyId });
  return companyId;
};

const requisiteOf = (firm: DemoOrganization): Row => {
  const { surname, name, patronymic, position } = firm.director;
  const isCompany = firm.kind === 'company';
  return {
    ...blankRequisite(),
    PRESET_ID: isCompany ? PRESET_COMPANY : PRESET_ENTREPRENEUR,
    NAME: isCompany ? 'Организация' : 'ИП',
    CREATED_BY_ID: '1',
    RQ_INN: firm.inn,
    ...(isCompany
      ? {
          RQ_COMPANY_NAME: firm.shortName,
          RQ_COMPANY_FULL_NAME: firm.fullName,
          RQ_KPP: firm.kpp ?? null,
          RQ_OGRN: firm.ogrn,
          RQ_DIRECTOR: `${surname} ${name} ${patronymic}`,
          RQ_CEO_NAME: `${surname} ${name} ${patronymic}`,
          RQ_CEO_WORK_POS: position,
        }
      : {
          RQ_NAME: `${surname} ${name} ${patronymic}`,
          RQ_LAST_NAME: surname,
          RQ_FIRST_NAME: name,
          RQ_SECOND_NAME: patronymic,
          RQ_OGRNIP: firm.ogrn,
          RQ_COMPANY_REG_DATE: firm.ogrnDate?.split('-').reverse().join('.') ?? null,
        }),
  };
};

const bankOf = ({ bank }: DemoOrganization): Row => ({
  ...blankBankDetail(),
  NAME: bank.bankName,
  RQ_BANK_NAME: bank.bankName,
  RQ_BIK: bank.bik,
  RQ_ACC_NUM: bank.account,
  RQ_COR_ACC_NUM: bank.correspondentAccount,
});

const addressOf = ({ address }: DemoOrganization): Row => ({
  TYPE_ID: LEGAL_ADDRESS,
  ENTITY_TYPE_ID: REQUISITE,
  ADDRESS_1: `${address.street}, д. ${address.house}`,
  ADDRESS_2: null,
  CITY: address.city,
  POSTAL_CODE: address.zipCode,
  REGION: null,
  PROVINCE: address.regionName,
  COUNTRY: 'Россия',
  COUNTRY_CODE: null,
  LOC_ADDR_ID: null,
  ANCHOR_TYPE_ID: '4',
});

const addDeal = (portal: Portal, seed: SeedDeal, { companyId, at }: { companyId: string; at: string }): void => {
  const id = nextId(portal, 'deal');
  const rows = seed.rows.map((row, index) =>
    readProductRow({ ...row, SORT: (index + 1) * 10 }, { id: nextId(portal, 'row'), dealId: id }),
  );
  const totals = totalsOf(rows);
  portal.productRows.push(...rows);
  portal.deals.push({
    ...blankDeal(),
    ID: id,
    TITLE: seed.title,
    STAGE_ID: seed.stageId,
    STAGE_SEMANTIC_ID: findStage(seed.stageId)?.semantics ?? 'P',
    OPPORTUNITY: totals.opportunity,
    TAX_VALUE: totals.tax,
    COMPANY_ID: companyId,
    CONTACT_ID: portal.contacts.find((contact) => contact.COMPANY_ID === companyId)?.ID ?? null,
    ...stampsOf(at),
    UF_CRM_CONTRACT_NUMBER: seed.contract?.number ?? '',
    UF_CRM_CONTRACT_DATE: seed.contract ? `${seed.contract.date}T03:00:00+03:00` : '',
  });
  if (seed.isLinked) portal.requisiteLinks.push(linkOf(portal, id, companyId));
};

const stampsOf = (at: string): Row => ({
  ASSIGNED_BY_ID: '1',
  CREATED_BY_ID: '1',
  MODIFY_BY_ID: '1',
  MOVED_BY_ID: '1',
  LAST_ACTIVITY_BY: '1',
  BEGINDATE: at,
  CLOSEDATE: at,
  DATE_CREATE: at,
  DATE_MODIFY: at,
  MOVED_TIME: at,
  LAST_ACTIVITY_TIME: at,
});

const linkOf = (portal: Portal, dealId: string, companyId: string): Row => {
  const requisiteId = portal.requisites.find((one) => one.ENTITY_ID === companyId)?.ID ?? '0';
  return {
    ENTITY_TYPE_ID: '2',
    ENTITY_ID: dealId,
    REQUISITE_ID: requisiteId,
    BANK_DETAIL_ID: portal.bankDetails.find((one) => one.ENTITY_ID === requisiteId)?.ID ?? '0',
    MC_REQUISITE_ID: '1',
    MC_BANK_DETAIL_ID: '1',
  };
};
