import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { anUpd, at, ids } from '../../testing/an-upd.js';
import { upd } from '../../testing/arbitrary-upd.js';
import { hasReference, listReference } from '../../testing/reference.js';
import { encodeWindows1251, decodeWindows1251 } from '../xml/windows-1251.js';
import { buildUpd } from './build.js';
import { completeUpd } from './complete.js';
import { parseUpd } from './parse.js';

jest.setTimeout(120_000);

const textOf = (bytes: Uint8Array) => decodeWindows1251(bytes);
const anXml = (change: (xml: string) => string = (xml) => xml) =>
  encodeWindows1251(change(textOf(buildUpd(anUpd(), ids, at).bytes)));

describe('parseUpd', () => {
  it('gives back what buildUpd wrote, whatever the document', () => {
    fc.assert(
      fc.property(upd, (model) => {
        const { bytes, fileId } = buildUpd(model, ids, at);
        expect(parseUpd(bytes)).toEqual({ model: completeUpd(model), fileId, formedAt: at, unread: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('names what the model has no place for', () => {
    const bytes = anXml((xml) =>
      xml.replace('<СвПрод>', '<СвПрод КодОПФ="12300">').replace('Функция=', 'СоглСтрДопИнф="00000000000000" Функция='),
    );
    expect(parseUpd(bytes).unread).toEqual(['Документ/СвСчФакт/СвПрод/@КодОПФ', 'Документ/@СоглСтрДопИнф']);
  });

  it('reads UTF-8 as well, with and without a mark', () => {
    const xml = textOf(anXml()).replace('windows-1251', 'UTF-8');
    for (const mark of ['', '\ufeff']) {
      expect(parseUpd(new TextEncoder().encode(mark + xml)).model.seller.name).toBe('ООО «Ромашка»');
    }
  });

  it('reads decimals as the schema allows them', () => {
    const bytes = anXml((xml) => xml.replace('КолТов="10"', 'КолТов=" +.5 "'));
    expect(parseUpd(bytes).model.lines[0]?.quantity).toBe('0.5');
  });

  it.each([
    [
      'a DTD with an entity bomb',
      'XML_HAS_DTD',
      (xml: string) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
    ],
    [
      'an external entity',
      'XML_HAS_DTD',
      (xml: string) => xml.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">'),
    ],
    ['an unknown entity', 'XML_BROKEN', (xml: string) => xml.replace('<СвПрод>', '<СвПрод>&x;')],
    ['a file cut off', 'XML_BROKEN', (xml: string) => xml.slice(0, 900)],
    ['an empty file', 'XML_BROKEN', () => ''],
    ['elements without end', 'XML_TOO_DEEP', (xml: string) => xml.replace('<СвПрод>', '<а>'.repeat(5000))],
    ['another encoding', 'XML_ENCODING', (xml: string) => xml.replace('windows-1251', 'koi8-r')],
    ['another document', 'TITLE_UNKNOWN', (xml: string) => xml.replace('1115131', '1115132')],
    ['an older version', 'TITLE_UNKNOWN', (xml: string) => xml.replace('ВерсФорм="5.03"', 'ВерсФорм="5.01"')],
    ['a title without its number', 'TITLE_UNREADABLE', (xml: string) => xml.replace(' НомерДок="214"', '')],
  ])('refuses %s with %s', (_, code, change) => {
    expect(() => parseUpd(anXml(change))).toThrow(expect.objectContaining({ code, kind: 'invalid' }));
  });

  it('refuses a giant before reading it', () => {
    expect(() => parseUpd(new Uint8Array(65 * 1024 * 1024))).toThrow(expect.objectContaining({ code: 'XML_TOO_BIG' }));
  });
});

(hasReference ? describe : describe.skip)('parseUpd over the samples', () => {
  it('reads all that a sample holds and builds it again', () => {
    const samples = [
      ...listReference('samples/synthetic', 'ON_NSCHFDOPPR'),
      ...listReference('samples/upd-5.03', 'ON_NSCHFDOPPR'),
    ];
    expect(samples.length).toBeGreaterThan(4);
    for (const { name, bytes } of samples) {
      const { model, fileId, formedAt, unread } = parseUpd(bytes);
      expect({ name, unread }).toEqual({ name, unread: [] });
      const [, receiverId = '', senderId = '', day = '', guid = ''] = name.split('_').slice(1);
      const formedOn = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      const again = buildUpd(model, { receiverId, senderId, guid, formedOn }, formedAt);
      expect([fileId, again.fileId]).toEqual([name, name]);
      expect(parseUpd(again.bytes).model).toEqual(model);
    }
  });
});
