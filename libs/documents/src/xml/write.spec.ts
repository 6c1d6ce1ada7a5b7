import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readXml } from './read.js';
import { findUnwritable } from './writable.js';
import { writeXml } from './write.js';

const value = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('&', '<', '>', '"', "'", ' ', '№', '«', '—', 'ё', '₽', '×', '\t', '\n'),
      fc.constantFrom('&lt;', '&amp;', '&#38;'),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    ),
  })
  .filter((text) => findUnwritable(text) === undefined);

it('writes any writable text so that it is read back the same, markup and entities that stand in it literally too', () => {
  fc.assert(
    fc.property(value, value, (attribute, inner) => {
      const element = (name: string, over: object) => ({ name, attributes: {}, children: [], text: '', ...over });
      const root = element('Файл', {
        attributes: { КИЗ: attribute },
        children: [element('Текст', { attributes: { Значен: inner } })],
      });
      const read = readXml(writeXml(root));
      expect([read.attributes['КИЗ'], read.children[0]?.attributes['Значен']]).toEqual([attribute, inner]);
    }),
  );
});
