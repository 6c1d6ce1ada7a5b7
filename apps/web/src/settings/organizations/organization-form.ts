import type { OrganizationView } from '@potok/contracts';
import type { SettingsTexts } from '../../app/texts/catalogue.js';

export type OrganizationKind = OrganizationView['kind'];

export interface BoxText {
  readonly connectionId: string;
  readonly boxId: string;
  readonly fnsParticipantId: string;
}

/** What is typed; `text` by the JSON pointer under which the API knows the field, so that its sentences find their place. */
export interface OrganizationForm {
  readonly kind: OrganizationKind;
  readonly text: Readonly<Record<string, string>>;
  readonly boxes: readonly BoxText[];
}

const PARTS = ['person', 'address', 'bank'] as const;
const RUSSIA = '643';

const HEAD = ['name', 'inn', 'kpp', 'ogrn', 'ogrnDate', 'taxRegime', 'timeZone'] as const;

const partText = (organization: OrganizationView, part: (typeof PARTS)[number]): [string, string][] =>
  Object.entries(organization[part] ?? {}).map(([key, value]) => [`/${part}/${key}`, String(value)]);

export const freshOrganization = (organization: OrganizationView | undefined): OrganizationForm => {
  if (organization === undefined)
    return { kind: 'legal', text: { '/taxRegime': 'osno', '/timeZone': 'Europe/Moscow' }, boxes: [] };
  const head = HEAD.map((key): [string, string] => [`/${key}`, organization[key] ?? '']);
  return {
    kind: organization.kind,
    text: Object.fromEntries([...head, ...PARTS.flatMap((part) => partText(organization, part))]),
    boxes: organization.boxes.map(({ connectionId = '', boxId, fnsParticipantId }) => ({
      connectionId,
      boxId,
      fnsParticipantId,
    })),
  };
};

/** Filled fields under a pointer; nothing when none is. */
const filledUnder = (text: OrganizationForm['text'], above: string): Record<string, string> | undefined => {
  const found = Object.entries(text).flatMap(([pointer, value]): [string, string][] => {
    const key = pointer.slice(above.length + 1);
    const isInside = pointer.startsWith(`${above}/`) && !key.includes('/');
    return isInside && value.trim() !== '' ? [[key, value.trim()]] : [];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
};

const addressOf = (text: OrganizationForm['text']): Record<string, string> | undefined => {
  const { countryCode = RUSSIA, countryName, ...typed } = filledUnder(text, '/address') ?? {};
  if (Object.keys(typed).length === 0) return undefined;
  return { countryCode, ...(countryName === undefined ? {} : { countryName }), ...typed };
};

/** The body of a create or a change: what is empty is left out, what does not fit the kind too. */
export const organizationOrder = ({ kind, text, boxes }: OrganizationForm): Record<string, unknown> => {
  const { kpp, ...head } = filledUnder(text, '') ?? {};
  const parts = { person: filledUnder(text, '/person'), address: addressOf(text), bank: filledUnder(text, '/bank') };
  return {
    kind,
    ...head,
    ...(kind === 'legal' && kpp !== undefined ? { kpp } : {}),
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)),
    boxes: boxes.map(({ connectionId, boxId, fnsParticipantId }) => ({
      connectionId,
      boxId: boxId.trim(),
      fnsParticipantId: fnsParticipantId.trim(),
    })),
  };
};

const requiredOf = ({ kind, boxes }: OrganizationForm, { settings }: SettingsTexts): readonly [string, string][] => [
  ['/name', settings.name],
  ['/inn', settings.inn],
  ...(kind === 'legal'
    ? ([['/kpp', settings.kpp]] as [string, string][])
    : ([
        ['/person/lastName', settings.lastName],
        ['/person/firstName', settings.firstName],
      ] as [string, string][])),
  ...boxes.flatMap((_box, at): [string, string][] => [
    [`/boxes/${at}/connectionId`, settings.connection],
    [`/boxes/${at}/boxId`, settings.box],
    [`/boxes/${at}/fnsParticipantId`, settings.participant],
  ]),
];

/** The value of a field, those of boxes included. */
export const textAt = ({ text, boxes }: OrganizationForm, pointer: string): string => {
  const [, at, key] = /^\/boxes\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
  return (at === undefined ? text[pointer] : boxes[Number(at)]?.[key as keyof BoxText]) ?? '';
};

/** What is missing, before the API is asked; what is wrong is the API's to say. */
export const missingIn = (form: OrganizationForm, texts: SettingsTexts): Readonly<Record<string, string>> =>
  Object.fromEntries(
    requiredOf(form, texts)
      .filter(([pointer]) => textAt(form, pointer).trim() === '')
      .map(([pointer, title]) => [pointer, texts.forms.required(title)]),
  );

const SHOWN = new Set([
  ...HEAD.map((key) => `/${key}`),
  ...['lastName', 'firstName', 'middleName'].map((key) => `/person/${key}`),
  ...['text', 'postalCode', 'regionCode'].map((key) => `/address/${key}`),
  ...['account', 'bankName', 'bik', 'correspondentAccount'].map((key) => `/bank/${key}`),
]);

/** Does the form of this kind show the field? */
export const hasField = ({ kind, boxes }: OrganizationForm, pointer: string): boolean => {
  if (pointer === '/kpp') return kind === 'legal';
  if (pointer === '/ogrnDate' || pointer.startsWith('/person/')) return kind === 'sole-trader' && SHOWN.has(pointer);
  const at = /^\/boxes\/(\d+)\/(connectionId|boxId|fnsParticipantId)$/.exec(pointer)?.[1];
  return at === undefined ? SHOWN.has(pointer) : Number(at) < boxes.length;
};
