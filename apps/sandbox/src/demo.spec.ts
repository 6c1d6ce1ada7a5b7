import { describe, expect, it } from '@jest/globals';

import { demoBuyers, demoSeller } from './demo.js';

const everybody = [demoSeller, ...demoBuyers];
const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
const innDigit = (digits: string, weights: readonly number[]) => (weighted(digits, weights) % 11) % 10;
const first = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

const isInn = (inn: string): boolean =>
  inn.length === 10
    ? innDigit(inn, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(inn[9])
    : innDigit(inn, first) === Number(inn[10]) && innDigit(inn, [3, ...first]) === Number(inn[11]);
const isOgrn = (ogrn: string): boolean =>
  Number((BigInt(ogrn.slice(0, -1)) % BigInt(ogrn.length === 13 ? 11 : 13)) % 10n) === Number(ogrn.at(-1));
const isSnils = (snils: string): boolean =>
  (weighted(snils, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(snils.slice(9));
const isAccount = (bik: string, account: string): boolean =>
  Array.from(bik.slice(-3) + account).reduce((sum, digit, at) => sum + [7, 1, 3][at % 3]! * Number(digit), 0) % 10 ===
  0;

describe('demo data', () => {
  it.each(everybody.map((one) => [one.shortName, one] as const))('has right control digits: %s', (_name, one) => {
    expect(isInn(one.inn)).toBe(true);
    expect(isInn(one.director.inn)).toBe(true);
    expect(isOgrn(one.ogrn)).toBe(true);
    expect(isSnils(one.director.snils)).toBe(true);
    expect(isAccount(one.bank.bik, one.bank.account)).toBe(true);
  });

  it('gives every firm a participant id of 4 to 46 characters and a box of its own', () => {
    for (const one of everybody) expect(one.diadoc.fnsParticipantId).toMatch(/^[A-Za-z0-9@.-]{4,46}$/);
    expect(new Set(everybody.map((one) => one.diadoc.boxId)).size).toBe(everybody.length);
  });
});
