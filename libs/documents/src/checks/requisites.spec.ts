import { describe, expect, it } from '@jest/globals';
import {
  checkAccount,
  checkBik,
  checkCorrespondentAccount,
  checkGtin,
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  checkSnils,
} from './requisites.js';

const codeOf = (fault: { code: string } | undefined) => fault?.code;

describe('requisites', () => {
  it.each([
    ['7707083893', undefined],
    ['500100732259', undefined],
    ['7707083894', 'INN_CHECKSUM'],
    ['500100732258', 'INN_CHECKSUM'],
    ['500100732269', 'INN_CHECKSUM'],
    ['0000000000', 'INN_FORM'],
    ['770708389', 'INN_FORM'],
    ['77070838O3', 'INN_FORM'],
    ['', 'INN_FORM'],
  ])('ИНН %s: %s', (inn, code) => {
    expect(codeOf(checkInn(inn))).toBe(code);
  });

  it('an ИНН of a person is none for an organization', () => {
    expect(codeOf(checkInn('500100732259', 'legal'))).toBe('INN_FORM');
    expect(codeOf(checkInn('7707083893', 'person'))).toBe('INN_FORM');
  });

  it.each([
    [checkKpp, '773601001', undefined],
    [checkKpp, '7736AB001', undefined],
    [checkKpp, '77360100', 'KPP_FORM'],
    [checkKpp, '0036AB001', 'KPP_FORM'],
    [checkOgrn, '1027700132195', undefined],
    [checkOgrn, '1027700132196', 'OGRN_CHECKSUM'],
    [checkOgrn, '102770013219', 'OGRN_FORM'],
    [checkOgrnip, '304500116000157', undefined],
    [checkOgrnip, '304500116000158', 'OGRNIP_CHECKSUM'],
    [checkOgrnip, '30450011600015', 'OGRNIP_FORM'],
    [checkSnils, '112-233-445 95', undefined],
    [checkSnils, '11223344595', undefined],
    [checkSnils, '112-233-445 96', 'SNILS_CHECKSUM'],
    [checkSnils, '001-001-998 00', undefined],
    [checkSnils, '087-654-303 00', undefined],
    [checkSnils, '112-233', 'SNILS_FORM'],
    [checkBik, '044525225', undefined],
    [checkBik, '44525225', 'BIK_FORM'],
    [checkGtin, '04006381333931', undefined],
    [checkGtin, '04006381333932', 'GTIN_CHECKSUM'],
    [checkGtin, '4006381333931', 'GTIN_FORM'],
  ] as const)('%p of %s: %s', (check, value, code) => {
    expect(codeOf(check(value))).toBe(code);
  });

  it('an account fits its bank, or its key says that it does not', () => {
    expect(checkCorrespondentAccount('30101810400000000225', '044525225')).toBeUndefined();
    expect(codeOf(checkCorrespondentAccount('30101810400000000226', '044525225'))).toBe('ACCOUNT_KEY');
    expect(checkAccount('40702810638050013199', '044525225')).toBeUndefined();
    expect(codeOf(checkAccount('40702810638050013199', '044525226'))).toBe('ACCOUNT_KEY');
    expect(codeOf(checkAccount('407028106380500131', '044525225'))).toBe('ACCOUNT_FORM');
    expect(codeOf(checkAccount('40702810638050013199', '0445252'))).toBe('BIK_FORM');
  });
});
