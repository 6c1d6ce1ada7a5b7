/**
 * The people and firms of the demo, one source for every stand-in and for the launcher. Control digits are right;
 * 9601 is the code of no tax office, so none of these is a real firm. Logins and keys open nothing but the sandbox.
 */
export interface DemoPerson {
  readonly surname: string;
  readonly name: string;
  readonly patronymic: string;
  readonly position: string;
  readonly inn: string;
  readonly snils: string;
}

export interface DemoAddress {
  readonly zipCode: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly city: string;
  readonly street: string;
  readonly house: string;
}

export interface DemoBankAccount {
  readonly bankName: string;
  readonly bik: string;
  readonly correspondentAccount: string;
  readonly account: string;
}

export interface DemoOrganization {
  /** Short Latin name, stable. */
  readonly key: string;
  readonly kind: 'company' | 'entrepreneur';
  readonly fullName: string;
  readonly shortName: string;
  readonly inn: string;
  /** Absent for an entrepreneur. */
  readonly kpp?: string;
  /** ОГРН, or ОГРНИП of an entrepreneur. */
  readonly ogrn: string;
  /** ISO date of the ОГРНИП record. */
  readonly ogrnDate?: string;
  readonly address: DemoAddress;
  readonly director: DemoPerson;
  readonly bank: DemoBankAccount;
  readonly email: string;
  readonly phone: string;
  readonly diadoc: { readonly orgId: string; readonly boxId: string; readonly fnsParticipantId: string };
}

export interface DemoBuyer extends DemoOrganization {
  /** How it stands to the seller at Диадок at first start. */
  readonly relation: 'partner' | 'none';
  /** Its box is at another operator. */
  readonly isRoaming: boolean;
}

const sber = { bankName: 'ПАО Сбербанк', bik: '044525225', correspondentAccount: '30101810400000000225' };
const moscow = { regionCode: '77', regionName: 'г. Москва', city: 'Москва' };

export const demoSeller: DemoOrganization = {
  key: 'potok-demo',
  kind: 'company',
  fullName: 'Общество с ограниченной ответственностью «Поток Демо»',
  shortName: 'ООО «Поток Демо»',
  inn: '9601000019',
  kpp: '960101001',
  ogrn: '1249600000011',
  address: { ...moscow, zipCode: '115035', street: 'ул. Пятницкая', house: '12' },
  director: {
    surname: 'Ветрова',
    name: 'Анна',
    patronymic: 'Сергеевна',
    position: 'Генеральный директор',
    inn: '960100001106',
    snils: '10000000110',
  },
  bank: { ...sber, account: '40702810100000000101' },
  email: 'buh@potok-demo.example',
  phone: '+7 495 000-00-01',
  diadoc: {
    orgId: '5d8f3a10-4c1e-4f3b-9a64-1f0c2e7d9601',
    boxId: '0b6f4d52-7a39-4c8e-8d15-3e9a7c2f9601',
    fnsParticipantId: '2BM-9601000019-960101001-202601120900000000001',
  },
};

const romashka: DemoBuyer = {
  key: 'romashka',
  kind: 'company',
  fullName: 'Общество с ограниченной ответственностью «Ромашка»',
  shortName: 'ООО «Ромашка»',
  inn: '9601000026',
  kpp: '960101001',
  ogrn: '1249600000022',
  address: { ...moscow, zipCode: '127006', street: 'ул. Малая Дмитровка', house: '5' },
  director: {
    surname: 'Полевой',
    name: 'Игорь',
    patronymic: 'Николаевич',
    position: 'Генеральный директор',
    inn: '960100001280',
    snils: '10000000211',
  },
  bank: { ...sber, account: '40702810300000000202' },
  email: 'edo@romashka.example',
  phone: '+7 495 000-00-02',
  diadoc: {
    orgId: '71c94be0-86d2-4a55-b0f7-52d3a8b19602',
    boxId: '9e12c7a4-35f8-4b60-a7c3-d84f1b6e9602',
    fnsParticipantId: '2BM-9601000026-960101001-202601120900000000002',
  },
  relation: 'partner',
  isRoaming: false,
};

const luchkov: DemoBuyer = {
  key: 'luchkov',
  kind: 'entrepreneur',
  fullName: 'Индивидуальный предприниматель Лучков Пётр Андреевич',
  shortName: 'ИП Лучков П. А.',
  inn: '960100000543',
  ogrn: '324960000000059',
  ogrnDate: '2024-02-15',
  address: { ...moscow, zipCode: '109028', street: 'пер. Хохловский', house: '7' },
  director: {
    surname: 'Лучков',
    name: 'Пётр',
    patronymic: 'Андреевич',
    position: 'Индивидуальный предприниматель',
    inn: '960100000543',
    snils: '10000000312',
  },
  bank: { ...sber, account: '40802810400000000303' },
  email: 'petr@luchkov.example',
  phone: '+7 495 000-00-03',
  diadoc: {
    orgId: 'a3e05f7b-19c4-4d28-8b9e-6c7f20d49603',
    boxId: '4f7d8e91-c20b-4a16-93d5-b1e6a0f79603',
    fnsParticipantId: '2BM-960100000543-202601120900000000003',
  },
  relation: 'partner',
  isRoaming: false,
};

const vasilek: DemoBuyer = {
  key: 'vasilek',
  kind: 'company',
  fullName: 'Акционерное общество «Василёк»',
  shortName: 'АО «Василёк»',
  inn: '9601000033',
  kpp: '960101001',
  ogrn: '1249600000033',
  address: { ...moscow, zipCode: '119021', street: 'ул. Льва Толстого', house: '18' },
  director: {
    surname: 'Сомова',
    name: 'Вера',
    patronymic: 'Ильинична',
    position: 'Директор',
    inn: '960100001353',
    snils: '10000000413',
  },
  bank: { ...sber, account: '40702810700000000404' },
  email: 'doc@vasilek.example',
  phone: '+7 495 000-00-04',
  diadoc: {
    orgId: 'c86b2d14-e07a-4f93-a1d8-90f5b3e29604',
    boxId: 'e5a90c36-814d-4e7f-bf02-27c8d9439604',
    fnsParticipantId: '2BM-9601000033-960101001-202601120900000000004',
  },
  relation: 'none',
  isRoaming: false,
};

const klever: DemoBuyer = {
  key: 'klever',
  kind: 'company',
  fullName: 'Общество с ограниченной ответственностью «Клевер»',
  shortName: 'ООО «Клевер»',
  inn: '9601000040',
  kpp: '960101001',
  ogrn: '1249600000044',
  address: { ...moscow, zipCode: '121099', street: 'ул. Новый Арбат', house: '36' },
  director: {
    surname: 'Зотов',
    name: 'Максим',
    patronymic: 'Олегович',
    position: 'Генеральный директор',
    inn: '960100001427',
    snils: '10000000514',
  },
  bank: { ...sber, account: '40702810900000000505' },
  email: 'edo@klever.example',
  phone: '+7 495 000-00-05',
  diadoc: {
    orgId: 'd2f714c9-5b83-4c60-9e1a-f3a8476c9605',
    boxId: 'b83e6f05-d94c-4271-8fa6-5c0d1e729605',
    fnsParticipantId: '2AE6F3D1A20-8B47-4E95-A1C3-7D0E5F929605',
  },
  relation: 'partner',
  isRoaming: true,
};

export const demoBuyers: readonly DemoBuyer[] = [romashka, luchkov, vasilek, klever];

export const diadocAccount = {
  login: 'edo@potok-demo.example',
  password: 'sandbox-diadoc',
  apiClientId: 'potok-sandbox-3c5e8a71',
  /** OpenID Connect of the same account: the refresh token stands for a consent that was given earlier. */
  oidc: {
    clientId: 'potok-sandbox',
    clientSecret: 'sandbox-diadoc-secret',
    refreshToken: 'sandbox-diadoc-refresh-1',
  },
} as const;

export const bitrixAccount = {
  userId: 1,
  webhookSecret: 'sandboxbitrix24',
  applicationToken: 'sandbox51856fefc120afa4b628cc82d3935cce',
} as const;

export const onecAccount = {
  user: 'potok',
  password: 'sandbox-1c',
  base: 'demo',
} as const;
