import { expect, it } from '@jest/globals';
import { aMappingPlace, aMappingTarget } from '../testing/mapping-place.js';
import { flatSources, sourceTree } from './source-tree.js';
import { flatTargets, targetTree } from './target-tree.js';

const targetAt = (pointer: string) => flatTargets(targetTree(aMappingTarget)).find((one) => one.pointer === pointer);
const sourceAt = (id: string) => flatSources(sourceTree(aMappingPlace())).find((one) => one.id === id);

it('tells of a field its words, limits, choices and whether it must be filled', () => {
  expect(targetAt('/number')).toMatchObject({
    title: 'Номер',
    description: 'Номер документа',
    isRequired: true,
    kind: 'leaf',
    type: 'text',
    facets: [{ name: 'maxLength', limit: 20 }],
  });
  expect(targetAt('/date')).toMatchObject({ isRequired: false, type: 'date' });
  expect(targetAt('/kind')?.choices).toEqual(['a', 'b']);
});

it('names the fields of a list by a star', () => {
  expect(targetAt('/lines')).toMatchObject({ kind: 'list', facets: [{ name: 'maxItems', limit: 100 }] });
  expect(targetAt('/lines/*/quantity')).toMatchObject({ isRequired: true, type: 'decimal' });
});

it('stands where the params have the object', () => {
  expect(targetTree(aMappingTarget, '/output')[0]?.pointer).toBe('/output/buyer');
});

it('does not walk into itself without end', () => {
  const endless: Record<string, unknown> = { type: 'object' };
  endless.properties = { inner: endless };
  expect(flatTargets(targetTree(endless))).toHaveLength(8);
});

it('reads what may be absent with a question mark', () => {
  expect(sourceAt('/steps/deal/title')?.cel).toBe('steps.deal.title');
  expect(sourceAt('/steps/deal/buyer/name')?.cel).toBe('steps.deal.?buyer.name');
  expect(sourceAt('/steps/deal/buyer/inn')).toMatchObject({ cel: 'steps.deal.?buyer.?inn', isOptional: true });
  expect(sourceAt('/steps/maybe/note')?.cel).toBe('steps.?maybe.note');
});

it('reads fields of a list from its item', () => {
  expect(sourceAt('/steps/deal/lines/*/article')).toMatchObject({ cel: '.?article', list: '/steps/deal/lines' });
  expect(sourceAt('/steps/deal/tags/*')).toMatchObject({ cel: '', list: '/steps/deal/tags', kind: 'leaf' });
});

it('writes keys that are no names in brackets', () => {
  const schema = {
    type: 'object',
    properties: { Номер: { type: 'string' }, in: { type: 'string' } },
    required: ['in'],
  };
  const place = aMappingPlace({ steps: [{ node: 'a', name: 'А', isSure: true, schema }] });
  const cels = flatSources(sourceTree(place)).map(({ cel }) => cel);
  expect(cels).toEqual(expect.arrayContaining(['steps.a[?"Номер"]', 'steps.a["in"]']));
});

it('shows steps under their names, and the item of a for-each around first', () => {
  const place = aMappingPlace();
  const roots = { ...place.roots, item: { type: 'object', properties: { id: { type: 'string' } } } };
  expect(sourceTree({ ...place, roots }).map(({ title }) => title)).toEqual([
    'item',
    'trigger',
    'Прочитать сделку',
    'Не всегда',
    'params',
  ]);
});
