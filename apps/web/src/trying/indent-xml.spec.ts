import { expect, it } from '@jest/globals';
import { indentXml } from './indent-xml.js';

it('writes an element a line and leaves texts with their elements', () => {
  const text =
    '<?xml version="1.0"?><Файл Ид="1"><Документ><Сумма>10.00</Сумма><Пусто></Пусто><Знак/></Документ></Файл>';
  expect(indentXml(text).split('\n')).toEqual([
    '<?xml version="1.0"?>',
    '<Файл Ид="1">',
    '  <Документ>',
    '    <Сумма>10.00</Сумма>',
    '    <Пусто></Пусто>',
    '    <Знак/>',
    '  </Документ>',
    '</Файл>',
  ]);
});

it('leaves alone what is written in lines already, and what is no XML', () => {
  for (const text of ['<a>\n<b/>\n</a>', 'просто текст', '']) expect(indentXml(text)).toBe(text);
});
