import { expect, it } from '@jest/globals';
import { readXmlFacts } from './xml-facts.js';

const bytes = (xml: string) => new TextEncoder().encode(xml);

it('reads the outcome of a buyer and is not misled by text that looks like it', () => {
  const xml = `<?xml version="1.0"?><!-- <КодСодОпер КодИтога="3"/> --><Файл><СвПрин СодОпер='<КодСодОпер КодИтога="3"/>'>
    <КодСодОпер Код="x" КодИтога="2"/></СвПрин><![CDATA[<КодСодОпер КодИтога="3"/>]]></Файл>`;
  expect(readXmlFacts(bytes(xml))).toEqual({ outcomeCode: '2' });
});

it('reads windows-1251 and the words of a notice', () => {
  const head = '<?xml version="1.0" encoding="windows-1251"?><';
  const tag = [210, 229, 234, 241, 242, 211, 226, 229, 228, 211, 242, 238, 247];
  const word = [237, 229, 242];
  const file = [...bytes(head), ...tag, 62, ...word, ...bytes(' &lt;1&#62;'), 60, 47, ...tag, 62];
  expect(readXmlFacts(new Uint8Array(file))).toEqual({ reason: 'нет <1>' });
});

it('finds nothing in what is no XML', () => {
  expect(readXmlFacts(bytes('нет < да'))).toEqual({});
  expect(readXmlFacts(bytes('<a b="'))).toEqual({});
});
