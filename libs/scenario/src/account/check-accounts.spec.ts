import { expect, it } from '@jest/globals';
import type { AnyManifest, Binding, JsonSchema, Manifest } from '@potok/contracts';
import { aManifest, aNode, aScenario, edges, trigger } from '../testing/drawing.js';
import { goneAfter } from './account-snapshot.js';
import { checkAccounts, checkOwnEntries, type KnownAccount } from './check-accounts.js';

const connection = '018f0000-0000-7000-8000-000000000001';
const ofType = (id: string) => aManifest.nodes.find((one) => one.id === id) as AnyManifest;
const stage: JsonSchema = { type: 'string', ui: { widget: 'list', list: 'stages' } };
const fields: JsonSchema = { type: 'object', ui: { widget: 'map', describe: 'deal' } };
const getDeal = {
  ...ofType('crm.get-deal'),
  output: { type: 'object', properties: { fields: { type: 'object', ui: { describe: 'deal' } } } },
};
const updateDeal = { ...getDeal, id: 'crm.update-deal', input: { type: 'object', properties: { stage, fields } } };
const manifest = { nodes: [...aManifest.nodes.filter(({ id }) => id !== getDeal.id), getDeal, updateDeal] } as Manifest;

const anAccount = (over: Partial<KnownAccount> = {}): KnownAccount => ({
  id: connection,
  name: 'Битрикс24',
  snapshots: [
    {
      kind: 'list:stages',
      body: [{ value: 'NEW', label: 'Новая' }],
      gone: [{ value: 'WON', label: 'Выиграна' }],
    },
    {
      kind: 'describe:deal',
      body: { type: 'object', properties: { UF_CRM_1: {} }, propertyNames: { pattern: '^UF_' } },
      gone: [{ value: 'UF_CRM_2', label: 'Статус ЭДО' }],
    },
  ],
  ...over,
});
const check = (params: Record<string, unknown>, of: { account?: KnownAccount; parameters?: object } = {}) => {
  const slot = { slot: 'crm' };
  const nodes = [
    trigger(),
    aNode('deal', 'crm.get-deal', { dealId: '1' }, slot),
    aNode('a', 'crm.update-deal', params, slot),
  ];
  const parameters = [{ id: 'won', title: 'Выиграна', schema: { type: 'string' }, default: 'WON' }];
  const drawing = aScenario({ nodes, edges: edges('t>deal', 'deal>a'), parameters });
  const binding: Binding = { slots: { crm: connection }, parameters: { ...of.parameters } };
  const account = of.account ?? anAccount();
  return checkAccounts({ drawing, binding, manifest, accounts: new Map([[account.id, account]]) }).map(
    ({ code, severity, node, field, facts }) => [severity, code, node, field, facts['entry']],
  );
};

it('finds nothing against entries that the account has, and what it was never asked for', () => {
  expect(check({ stage: 'NEW', fields: { UF_CRM_1: '1', OPPORTUNITY: '1' } })).toEqual([]);
  expect(check({ stage: 'WON' }, { account: anAccount({ snapshots: [] }) })).toEqual([]);
});

it('names the node, the field and the former name of a stage and of an own field that are gone', () => {
  expect(check({ stage: 'WON', fields: { UF_CRM_2: 'x' } })).toEqual([
    ['warning', 'ENTRY_GONE', 'a', '/stage', 'Выиграна'],
    ['warning', 'ENTRY_GONE', 'a', '/fields/UF_CRM_2', 'Статус ЭДО'],
  ]);
});

it('tells a value that the account never had from one that is gone', () => {
  expect(check({ stage: 'C3:WON', fields: { UF_CRM_9: 'x', TITLE: 'y' } })).toEqual([
    ['warning', 'ENTRY_UNKNOWN', 'a', '/stage', 'C3:WON'],
    ['warning', 'ENTRY_UNKNOWN', 'a', '/fields/UF_CRM_9', 'UF_CRM_9'],
  ]);
});

it('looks through a parameter to its value in the binding, else to its default', () => {
  const params = { stage: { $cel: 'params.won' } };
  expect(check(params)).toEqual([['warning', 'ENTRY_GONE', 'a', '/stage', 'Выиграна']]);
  expect(check(params, { parameters: { won: 'NEW' } })).toEqual([]);
});

it.each([
  ['a formula', { stage: { $cel: 'string(steps.deal.fields.UF_CRM_2)' } }],
  ['a template', { stage: { $tpl: '{{steps.deal.fields.UF_CRM_2}}' } }],
])('finds an own field that %s takes from the deal', (_name, params) => {
  expect(check(params)).toEqual([['warning', 'ENTRY_GONE', 'a', '/stage', 'Статус ЭДО']]);
});

it('remembers what is gone until it is there again', () => {
  const [one, two] = [
    { value: '1', label: 'Один' },
    { value: '2', label: 'Два' },
  ];
  expect(goneAfter(undefined, [one])).toEqual([]);
  expect(goneAfter({ body: [one, two], gone: [] }, [one])).toEqual([two]);
  expect(goneAfter({ body: [one], gone: [two] }, [])).toEqual([two, one]);
  expect(goneAfter({ body: [one], gone: [two] }, [one, { value: '2', label: 'Снова' }])).toEqual([]);
  const described = { type: 'object', properties: { UF_1: { title: 'Поле' } } };
  expect(goneAfter({ body: described, gone: [] }, { type: 'object', properties: {} })).toEqual([
    { value: 'UF_1', label: 'Поле' },
  ]);
});

it('finds a warehouse of the settings and a box of an organization that are gone', () => {
  const account = anAccount({
    snapshots: [
      { kind: 'list:warehouses', body: [], gone: [{ value: 'w', label: 'Основной' }] },
      { kind: 'list:boxes', body: [{ value: 'here', label: 'Ящик' }], gone: [] },
    ],
  });
  const schema = { type: 'object', properties: { warehouseId: { type: 'string', ui: { list: 'warehouses' } } } };
  const boxes = ['here', 'lost'].map((boxId) => ({ boxId, organization: 'ООО «Ромашка»' }));
  const found = checkOwnEntries(account, { schema, settings: { warehouseId: 'w' }, boxes });
  expect(found.map(({ code, field, facts }) => [code, field, facts['value']])).toEqual([
    ['SETTING_GONE', '/warehouseId', 'w'],
    ['BOX_GONE', undefined, 'lost'],
  ]);
});
