import { describe, expect, it } from '@jest/globals';
import { aTemplate, theKinds } from '../testing/an-editor.js';
import { letterOf, otherLayout } from '../../app/layouts.js';
import { searchKinds } from './search-kinds.js';
import { suitsHere } from './suits-here.js';

const kinds = theKinds();
const found = (query: string): readonly string[] => searchKinds(query, [...kinds.values()], 'ru').map(({ id }) => id);

describe('searchKinds', () => {
  it.each([
    ['отправить', 'edo.send'],
    ['lbflj', 'edo.'],
    ['ghjdtcnb', 'accounting.post-document'],
    ['если', 'flow.decide'],
    ['if', 'flow.decide'],
    ['upd', 'edo.build-upd'],
    ['ГЗВ', 'edo.build-upd'],
    ['счёт-фактура', 'edo.build-upd'],
    ['счет фактура', 'edo.build-upd'],
  ])('finds by %s', (query, id) => {
    expect(found(query).some((one) => one.startsWith(id))).toBe(true);
  });

  it('puts what is named so before what is only described so', () => {
    expect(found('подписать')[0]).toBe('edo.sign');
  });

  it('finds nothing for nonsense', () => {
    expect(found('жжжж')).toEqual([]);
  });
});

describe('suitsHere', () => {
  it('offers to sign what has just been built', () => {
    expect(suitsHere('upd', aTemplate('deal-to-upd'), kinds).map(({ id }) => id)).toContain('edo.sign');
  });

  it('offers nothing that lacks its data', () => {
    expect(suitsHere('won', aTemplate('deal-to-upd'), kinds).map(({ id }) => id)).not.toContain('edo.send');
  });
});

describe('layouts', () => {
  it('knows a letter by its place under the Russian layout', () => {
    expect(letterOf({ key: 'с', code: 'KeyC' })).toBe('c');
    expect(letterOf({ key: 'C', code: 'KeyC' })).toBe('c');
    expect(letterOf({ key: 'Enter', code: 'Enter' })).toBe('Enter');
  });

  it('turns a text typed in the other layout', () => {
    expect([otherLayout('lbfljr'), otherLayout('гзв')]).toEqual(['диадок', 'upd']);
  });
});
