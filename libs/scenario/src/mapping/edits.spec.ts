import { expect, it } from '@jest/globals';
import { aMappingPlace, aMappingTarget } from '../testing/mapping-place.js';
import { connect, waysToConnect, type Ends, type Way } from './connect.js';
import { addToText, mapLeaf, mapList, setField, spreadWhole, unmap, type Edited } from './edits.js';
import { fillingOf } from './filled-fields.js';
import { linesOf } from './lines-of.js';
import { targetOfPointer } from './mapped-places.js';
import { flatSources, sourceTree } from './source-tree.js';
import { flatTargets, targetTree } from './target-tree.js';

const sources = new Map(flatSources(sourceTree(aMappingPlace())).map((one) => [one.id, one]));
const targets = new Map(flatTargets(targetTree(aMappingTarget)).map((one) => [one.pointer, one]));
const source = (id: string) => sources.get(id)!;
const target = (pointer: string) => targets.get(pointer)!;
const ends = (id: string, pointer: string): Ends => ({ source: source(id), target: target(pointer), sources, targets });
const params = (edited: Edited) => ('params' in edited ? edited.params : edited.refusal);
const connected = (before: Record<string, unknown>, [id, pointer]: readonly [string, string], way?: Way) =>
  params(connect(before, ends(id, pointer), way));
const looped = { lines: { $each: 'steps.deal.products', as: 'line', do: {} } };

it('fills a field from a leaf and leaves the others as they are', () => {
  expect(params(mapLeaf({ date: '2026-01-01' }, '/number', source('/steps/deal/title')))).toEqual({
    date: '2026-01-01',
    number: { $cel: 'steps.deal.title' },
  });
});

it('makes the objects around a field', () => {
  expect(params(mapLeaf({}, '/buyer/inn', source('/steps/deal/buyer/inn')))).toEqual({
    buyer: { inn: { $cel: 'steps.deal.?buyer.?inn' } },
  });
});

it('walks a list item by item, with a name that is free', () => {
  expect(params(mapList({}, '/lines', source('/steps/deal/products')))).toEqual(looped);
  const inside = { rows: { $each: 'steps.deal.lines', as: 'line', do: {} } };
  expect(params(mapList(inside, '/rows/*/tags', source('/steps/deal/tags')))).toEqual({
    rows: {
      $each: 'steps.deal.lines',
      as: 'line',
      do: { tags: { $each: 'steps.deal.tags', as: 'line2', do: { $cel: 'line2' } } },
    },
  });
});

it('reads a list that may be absent as an empty one', () => {
  const place = aMappingPlace({ steps: [{ ...aMappingPlace().steps[0]!, isSure: false }] });
  const list = flatSources(sourceTree(place)).find(({ id }) => id === '/steps/deal/lines')!;
  expect(params(mapList({}, '/lines', list))).toMatchObject({
    lines: { $each: 'steps.?deal.lines.orValue([])' },
  });
});

it('takes a field of the same list from the item of its loop', () => {
  expect(params(mapLeaf(looped, '/lines/*/name', source('/steps/deal/products/*/productName')))).toEqual({
    lines: { $each: 'steps.deal.products', as: 'line', do: { name: { $cel: 'line.productName' } } },
  });
});

it('refuses a field of a list where no loop walks that list', () => {
  expect(params(mapLeaf({}, '/number', source('/steps/deal/lines/*/name')))).toBe('NEEDS_LOOP');
  expect(params(mapLeaf(looped, '/lines/*/name', source('/steps/deal/lines/*/name')))).toBe('NEEDS_LOOP');
});

it('refuses a field inside an object that is filled as a whole, and spreads the object when asked', () => {
  const whole = { buyer: { $cel: 'steps.deal.?buyer' } };
  expect(params(setField(whole, '/buyer/inn', '77'))).toBe('TAKEN');
  expect(params(spreadWhole(whole, target('/buyer'), source('/steps/deal/buyer')))).toEqual({
    buyer: {
      name: { $cel: 'steps.deal.?buyer.name' },
      inn: { $cel: 'steps.deal.?buyer.?inn' },
      kpp: { $cel: 'steps.deal.?buyer.?kpp' },
    },
  });
});

it('spreads a list into a loop over its fields', () => {
  expect(params(spreadWhole({}, target('/lines'), source('/steps/deal/lines')))).toEqual({
    lines: {
      $each: 'steps.deal.lines',
      as: 'line',
      do: { name: { $cel: 'line.name' }, quantity: { $cel: 'line.quantity' }, article: { $cel: 'line.?article' } },
    },
  });
});

it('adds a placeholder to a text, at the caret or at the end', () => {
  const title = source('/steps/deal/title');
  expect(params(addToText({ number: 'Заказ' }, '/number', { source: title }))).toEqual({
    number: { $tpl: 'Заказ {{steps.deal.title}}' },
  });
  expect(params(addToText({ number: { $tpl: 'Заказ  от' } }, '/number', { source: title, caret: 6 }))).toEqual({
    number: { $tpl: 'Заказ {{steps.deal.title}} от' },
  });
  const inn = source('/steps/deal/buyer/inn');
  expect(params(addToText({}, '/number', { source: inn }))).toEqual({
    number: { $tpl: '{{def steps.deal.buyer.inn ""}}' },
  });
  expect(params(addToText({ number: { $cel: '1 + 1' } }, '/number', { source: title }))).toBe('FORMULA');
});

it('empties a field with the objects that held nothing else, and leaves a loop', () => {
  expect(unmap({ buyer: { inn: '77' }, number: '1' }, '/buyer/inn')).toEqual({ number: '1' });
  const mapped = { lines: { ...looped.lines, do: { name: { $cel: 'line.productName' } } } };
  expect(unmap(mapped, '/lines/*/name')).toEqual(looped);
  expect(unmap(mapped, '/lines')).toEqual({});
  expect(unmap({ lines: [{ name: 'a' }, { name: 'b' }] }, '/lines/*/name')).toEqual({ lines: [{ name: 'b' }] });
});

it('offers a list as a whole and item by item where items fit, else only item by item', () => {
  expect(waysToConnect({}, ends('/steps/deal/lines', '/lines'))).toEqual(['whole', 'loop']);
  expect(waysToConnect({}, ends('/steps/deal/products', '/lines'))).toEqual(['loop']);
  expect(waysToConnect({}, ends('/steps/deal/buyer', '/buyer'))).toEqual(['whole', 'fields']);
});

it('offers a text with something in it a placeholder first', () => {
  expect(waysToConnect({ number: 'Заказ' }, ends('/steps/deal/title', '/number'))).toEqual(['text', 'value']);
});

it('offers a field that takes anything a list either way', () => {
  const anything = { ...target('/number'), type: 'any', schema: {} } as const;
  expect(waysToConnect({}, { ...ends('/steps/deal/lines', '/number'), target: anything })).toEqual(['whole', 'loop']);
});

it('says why two things cannot be connected', () => {
  expect(waysToConnect({}, ends('/steps/deal/lines', '/number'))).toBe('KINDS_DIFFER');
  expect(waysToConnect({}, ends('/steps/deal/lines/*/name', '/number'))).toBe('NEEDS_LOOP');
});

it('makes the loop around when a field of a list is put onto a field of an empty list', () => {
  expect(connected({}, ['/steps/deal/products/*/qty', '/lines/*/quantity'])).toEqual({
    lines: { $each: 'steps.deal.products', as: 'line', do: { quantity: { $cel: 'line.qty' } } },
  });
});

it('draws a line from every source of a formula, a text and a loop', () => {
  const mapped = {
    number: { $tpl: '{{steps.deal.title}} {{def trigger.dealId ""}}' },
    currency: { $cel: 'steps.deal.currency' },
    kind: { $cel: 'steps.deal.lines.exists(l, l.name == params.stage) ? "a" : "b"' },
    lines: { ...looped.lines, do: { name: { $cel: 'line.productName' }, quantity: { $tpl: '{{line.qty}}' } } },
  };
  expect(linesOf(mapped)).toEqual([
    { source: '/steps/deal/title', target: '/number', how: 'part' },
    { source: '/trigger/dealId', target: '/number', how: 'part' },
    { source: '/steps/deal/currency', target: '/currency', how: 'whole' },
    { source: '/steps/deal/lines/*/name', target: '/kind', how: 'part' },
    { source: '/params/stage', target: '/kind', how: 'part' },
    { source: '/steps/deal/products', target: '/lines', how: 'loop' },
    { source: '/steps/deal/products/*/productName', target: '/lines/*/name', how: 'whole' },
    { source: '/steps/deal/products/*/qty', target: '/lines/*/quantity', how: 'part' },
  ]);
});

it('draws nothing for a formula that is not well written', () => {
  expect(linesOf({ number: { $cel: 'steps.deal.' } })).toEqual([]);
});

it('draws the line that an edit has made', () => {
  for (const [id, pointer] of [
    ['/steps/deal/buyer/inn', '/buyer/inn'],
    ['/steps/maybe/note', '/number'],
    ['/steps/deal/lines', '/lines'],
  ] as const) {
    const made = connected({}, [id, pointer]);
    expect(linesOf(made)).toEqual([{ source: id, target: pointer, how: 'whole' }]);
  }
});

it('names the field that a pointer into params is about', () => {
  expect(targetOfPointer(looped, '/lines/do/name')).toBe('/lines/*/name');
  expect(targetOfPointer({ lines: [{}] }, '/lines/0/name')).toBe('/lines/*/name');
  expect(targetOfPointer({ buyer: {} }, '/buyer/inn')).toBe('/buyer/inn');
});

it('counts the required fields that are filled, also of what is begun', () => {
  const tree = targetTree(aMappingTarget);
  expect(fillingOf(tree, {})).toEqual({ filled: 0, required: 3, missing: ['/buyer', '/lines', '/number'] });
  const begun = { buyer: { inn: '77' }, ...looped, number: '1' };
  expect(fillingOf(tree, begun)).toEqual({
    filled: 1,
    required: 4,
    missing: ['/buyer/name', '/lines/*/name', '/lines/*/quantity'],
  });
  expect(fillingOf(tree, { buyer: { $cel: 'steps.deal.?buyer' }, lines: { $cel: 'x' }, number: '1' })).toMatchObject({
    filled: 3,
    required: 3,
  });
});
