import { describe, expect, it, jest } from '@jest/globals';
import { anOrderLine, anUpd, at, buyer, ids, seller } from '../../testing/an-upd.js';
import { checkTitle } from '../schema/check-xml.js';
import { decodeWindows1251 } from '../xml/windows-1251.js';
import { buildUpd } from './build.js';
import { parseUpd } from './parse.js';
import type { UpdModel } from './model.js';

jest.setTimeout(120_000);

const built = (model: UpdModel) => buildUpd(model, ids, at);
const xmlOf = (model: UpdModel) => decodeWindows1251(built(model).bytes);

describe('buildUpd', () => {
  it('names the file after receiver, sender, day, GUID and flags, and ИдФайл after the file', () => {
    const { fileName, fileId } = built(anUpd());
    expect(fileId).toBe(`ON_NSCHFDOPPR_${ids.receiverId}_${ids.senderId}_20261124_${ids.guid}_0_0_0_0_0_00`);
    expect(fileName).toBe(`${fileId}.xml`);
    expect(xmlOf(anUpd())).toContain(`<Файл ИдФайл="${fileId}" ВерсФорм="5.03"`);
  });

  it('raises the flags of marked and traced goods', () => {
    const marked = anUpd({}, [anOrderLine({ marking: [{ codes: ['0104607428679121215Qk8'] }] })]);
    const traceability = [
      { number: '1'.repeat(25), unitCode: '796', unitName: 'шт', quantity: '1', amountWithoutVat: '1.00' },
    ];
    expect(built(marked).fileId).toMatch(/_0_1_0_0_0_00$/);
    expect(built(anUpd({}, [anOrderLine({ traceability })])).fileId).toMatch(/_1_0_0_0_0_00$/);
  });

  it('gives the same bytes for the same document, names and moment', () => {
    expect(built(anUpd()).bytes).toEqual(built(anUpd()).bytes);
  });

  it('leaves out the names of a primary document in a plain счёт-фактура', () => {
    const xml = xmlOf(anUpd({ function: 'СЧФ' }));
    expect(xml).not.toContain('НаимДокОпр');
    expect(xmlOf(anUpd())).toContain('НаимДокОпр="Счет-фактура и документ об отгрузке');
  });

  it('keeps «№», quotes and dashes as they are, and signs outside the code page as references', () => {
    const name = 'Кабель «Ёлка» № 3×2,5 — 10 м² за 5 ₽';
    const model = anUpd({}, [anOrderLine({ name })]);
    expect(xmlOf(model)).toContain('НаимТов="Кабель «Ёлка» № 3&#215;2,5 — 10 м&#178; за 5 &#8381;"');
    expect(parseUpd(built(model).bytes).model.lines[0]?.name).toBe(name);
  });

  it('writes a code of marking exactly, with all that XML escapes', () => {
    const codes = ['0104600000000000"21<a&b>&lt;&amp;\'%!?*'];
    const model = anUpd({}, [anOrderLine({ marking: [{ codes }] })]);
    expect(parseUpd(built(model).bytes).model.lines[0]?.marking?.[0]?.codes).toEqual(codes);
  });

  it('says which field holds a character that no file can carry', () => {
    const model = anUpd({}, [anOrderLine(), anOrderLine({ name: 'Кабель 😀' })]);
    const facts = { field: '/lines/1/name', line: 2, character: '😀', codePoint: 'U+1F600' };
    expect(() => built(model)).toThrow(
      expect.objectContaining({ code: 'CHARACTER_UNWRITABLE', kind: 'invalid', facts: expect.objectContaining(facts) }),
    );
  });

  it.each([
    ['receiverId', { receiverId: '2B' }],
    ['senderId', { senderId: 'ящик' }],
    ['guid', { guid: '1' }],
  ])('says that %s cannot name a file', (part, wrong) => {
    expect(() => buildUpd(anUpd(), { ...ids, ...wrong }, at)).toThrow(
      expect.objectContaining({ code: 'FILE_NAME_PART', facts: expect.objectContaining({ part }) }),
    );
  });

  it('builds a valid title for a sole trader who sells abroad', async () => {
    const person = { lastName: 'Орлов', firstName: 'Пётр' };
    const model = anUpd({
      seller: {
        kind: 'sole-trader',
        person,
        inn: '500100732259',
        ogrnip: '304500116000157',
        ogrnipDate: '2004-06-08',
        address: seller.address!,
      },
      buyer: {
        kind: 'foreign',
        name: 'ТОО «Алатау»',
        foreign: { isPerson: false, countryCode: '398', countryName: 'Казахстан', id: '123456789012' },
        address: { text: { countryCode: '398', countryName: 'Казахстан', text: 'г. Алматы, ул. Абая, 1' } },
      },
      isConsignorSeller: true,
      consignees: [buyer],
    });
    expect(await checkTitle(built(model).bytes, 'upd-seller')).toEqual([]);
    expect(xmlOf(model)).toContain('НаимЭконСубСост="ИП Орлов Пётр, ИНН 500100732259"');
  });

  it('builds, reads and checks five thousand lines', async () => {
    const model = anUpd(
      {},
      Array.from({ length: 5000 }, (_, at) => anOrderLine({ name: `Товар ${at}` })),
    );
    const { bytes } = built(model);
    expect(await checkTitle(bytes, 'upd-seller')).toEqual([]);
    expect(parseUpd(bytes).model.lines).toHaveLength(5000);
    expect(model.totals?.amountWithVat).toBe('6100000.00');
  });
});
