import { readFileSync } from 'node:fs';
import { describe, expect, it, jest } from '@jest/globals';
import { generatedXsdPath, generateXsd } from '../../scripts/generate-xsd.mjs';
import { anUpd, at, ids } from '../../testing/an-upd.js';
import { sentenceOf } from '../texts.js';
import { buildUpd } from '../upd/build.js';
import { decodeWindows1251, encodeWindows1251 } from '../xml/windows-1251.js';
import { checkTitle, checkXml } from './check-xml.js';

jest.setTimeout(120_000);

const xml = decodeWindows1251(buildUpd(anUpd(), ids, at).bytes);
const check = (change: (xml: string) => string) => checkTitle(encodeWindows1251(change(xml)), 'upd-seller');
const line = '/Файл/Документ/ТаблСчФакт/СведТов';

describe('checkTitle', () => {
  it('has the schemas of xsd/ as they are now', () => {
    expect(readFileSync(generatedXsdPath, 'utf8') === generateXsd()).toBe(true);
  });

  it.each([
    ['XSD_ENUMERATION', `${line}/@НалСт`, (text: string) => text.replace('НалСт="22%"', 'НалСт="19%"')],
    ['XSD_MISSING_ATTRIBUTE', line, (text: string) => text.replace(' НалСт="22%"', '')],
    ['XSD_UNKNOWN_ATTRIBUTE', `${line}/@Лишний`, (text: string) => text.replace('НалСт=', 'Лишний="1" НалСт=')],
    ['XSD_VALUE', `${line}/@ЦенаТов`, (text: string) => text.replace('ЦенаТов="100.00"', 'ЦенаТов="100,00"')],
    ['XSD_VALUE', `${line}/@КолТов`, (text: string) => text.replace('КолТов="10"', 'КолТов="0"')],
    [
      'XSD_VALUE',
      '/Файл/Документ/СвСчФакт/@ДатаДок',
      (text: string) => text.replace('ДатаДок="24.11.2026"', 'ДатаДок="31.11.2026"'),
    ],
    ['XSD_EMPTY', '/Файл/Документ/СвСчФакт/@НомерДок', (text: string) => text.replace('НомерДок="214"', 'НомерДок=""')],
    [
      'XSD_TOO_LONG',
      '/Файл/Документ/СвСчФакт/@НомерДок',
      (text: string) => text.replace('НомерДок="214"', `НомерДок="${'1'.repeat(1001)}"`),
    ],
    [
      'XSD_LENGTH',
      `${line}/ДопСведТов/@ГТИН`,
      (text: string) => text.replace('ПрТовРаб="1"', 'ПрТовРаб="1" ГТИН="123"'),
    ],
    [
      'XSD_UNEXPECTED_ELEMENT',
      '/Файл/Документ/СвСчФакт/ДенИзм',
      (text: string) => text.replace(/<СвПокуп>.*<\/СвПокуп>/s, ''),
    ],
    ['XSD_MISSING_ELEMENT', '/Файл/Документ', (text: string) => text.replace(/<Подписант .*<\/Подписант>/s, '')],
    ['XML_BROKEN', '', (text: string) => text.slice(0, 700)],
    ['XML_BROKEN', '', () => ''],
    ['XML_HAS_DTD', '', (text: string) => text.replace('?>', '?><!DOCTYPE Файл [<!ENTITY a "b">]>')],
    ['XML_ENCODING', '', (text: string) => text.replace('windows-1251', 'ibm866')],
  ])('says %s at %s in a sentence', async (code, field, change) => {
    const findings = await check(change);
    expect(findings[0]).toMatchObject({ code, field });
    for (const language of ['ru', 'en'] as const) {
      expect(sentenceOf(findings[0]!, language)).toMatch(/^[A-ZА-ЯЁ].*\.$/);
      expect(sentenceOf(findings[0]!, language)).not.toMatch(/undefined|\[object/);
    }
  });

  it('refuses a giant before it is parsed', async () => {
    const [finding] = await checkTitle(new Uint8Array(65 * 1024 * 1024), 'upd-seller');
    expect(finding?.code).toBe('XML_TOO_BIG');
  });

  it('ends on a deep nest of elements', async () => {
    const findings = await check((text) => text.replace('<СвПрод>', '<а>'.repeat(5000)));
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('checkXml', () => {
  it('checks against any schema, and blames a broken one', async () => {
    const schema = (text: string) => new TextEncoder().encode(text);
    const right = schema(
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:integer"/></xs:schema>',
    );
    expect(await checkXml(schema('<a>1</a>'), right)).toEqual([]);
    expect(await checkXml(schema('<a>x</a>'), right)).toMatchObject([{ code: 'XSD_VALUE', field: '/a' }]);
    await expect(checkXml(schema('<a/>'), schema('<a/>'))).rejects.toMatchObject({
      code: 'XSD_BROKEN',
      kind: 'broken',
    });
    await expect(checkXml(schema('<a/>'), schema('<a'))).rejects.toMatchObject({ code: 'XSD_BROKEN', kind: 'broken' });
  });
});
