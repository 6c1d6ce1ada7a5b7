import { expect, it } from '@jest/globals';
import { aMappingPlace, aMappingTarget } from '../testing/mapping-place.js';
import { filledFields } from './filled-fields.js';
import { sourceTree } from './source-tree.js';
import { suggestMappings } from './suggest-mappings.js';
import { targetTree } from './target-tree.js';

const text = { type: 'string' } as const;
const suggested = (params: unknown, place = aMappingPlace(), target: Record<string, unknown> = aMappingTarget) =>
  suggestMappings({
    targets: targetTree(target),
    sources: sourceTree(place),
    filled: filledFields(params),
  }).map(({ target: to, source, how }) => [to, source, how]);
const aPlace = (properties: Record<string, unknown>) =>
  aMappingPlace({ steps: [{ node: 's', name: 'Шаг', isSure: true, schema: { type: 'object', properties } }] });
const aTarget = (properties: Record<string, unknown>) => ({ type: 'object', properties });

it('suggests a whole object and a whole list where they fit, and leaves by name', () => {
  expect(suggested({})).toEqual([
    ['/buyer', '/steps/deal/buyer', 'whole'],
    ['/lines', '/steps/deal/lines', 'whole'],
    ['/currency', '/steps/deal/currency', 'value'],
    ['/dealId', '/trigger/dealId', 'value'],
  ]);
});

it('suggests nothing for what is filled', () => {
  const params = { buyer: { inn: '77' }, lines: { $cel: 'steps.deal.lines' }, currency: 'RUB', dealId: '1' };
  expect(suggested(params).map(([to]) => to)).toEqual(['/buyer/name', '/buyer/kpp']);
});

it('suggests the fields of an item inside a loop', () => {
  expect(suggested({ lines: { $each: 'steps.deal.products', as: 'p', do: {} } })).toEqual(
    expect.arrayContaining([
      ['/lines/*/name', '/steps/deal/products/*/productName', 'value'],
      ['/lines/*/quantity', '/steps/deal/products/*/qty', 'value'],
    ]),
  );
});

it('suggests a loop with its fields where the lists mean the same and items differ', () => {
  const place = aPlace({
    rows: {
      type: 'array',
      title: 'Строки',
      items: { type: 'object', properties: { productName: text, qty: { type: 'string', format: 'decimal' } } },
    },
  });
  expect(suggested({}, place).filter(([to]) => to?.startsWith('/lines'))).toEqual([
    ['/lines', '/steps/s/rows', 'loop'],
    ['/lines/*/name', '/steps/s/rows/*/productName', 'value'],
    ['/lines/*/quantity', '/steps/s/rows/*/qty', 'value'],
  ]);
});

it('understands Russian and Latin words of one field', () => {
  const place = aPlace({ Покупатель: { type: 'object', properties: { ИНН: text, Наименование: text } } });
  const target = aTarget({
    customer: { type: 'object', properties: { inn: text, name: text, extra: text }, required: ['extra'] },
  });
  expect(suggested({}, place, target)).toEqual([
    ['/customer/inn', '/steps/s/Покупатель/ИНН', 'value'],
    ['/customer/name', '/steps/s/Покупатель/Наименование', 'value'],
  ]);
});

it('never gives the fields of one party to the other', () => {
  const place = aPlace({ seller: { type: 'object', properties: { inn: text } } });
  const target = aTarget({ buyer: { type: 'object', properties: { inn: text, kpp: text }, required: ['kpp'] } });
  expect(suggested({}, place, target)).toEqual([]);
});

it('does not put a flag into a sum because it has its name', () => {
  const place = aPlace({ total: { type: 'boolean' } });
  expect(suggested({}, place, aTarget({ total: { type: 'string', format: 'decimal' } }))).toEqual([]);
});

it('prefers the nearer of two steps that are alike', () => {
  const schema = { type: 'object', properties: { currency: text } };
  const steps = ['far', 'near'].map((node) => ({ node, name: node, isSure: true, schema }));
  const place = aMappingPlace({ steps });
  expect(suggested({}, place, aTarget({ currency: text }))).toEqual([['/currency', '/steps/near/currency', 'value']]);
});
