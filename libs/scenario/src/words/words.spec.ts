import { describe, expect, it } from '@jest/globals';
import { kopecksInWords, numberWords, plural } from './number-words.js';
import { isAccount, isInn, isKpp, isOgrn, shortName } from './requisites.js';

describe('numbers in words', () => {
  it.each([
    [0n, 'ноль'],
    [12n, 'двенадцать'],
    [40n, 'сорок'],
    [101n, 'сто один'],
    [1_000n, 'одна тысяча'],
    [2_002n, 'две тысячи два'],
    [11_000n, 'одиннадцать тысяч'],
    [1_000_000n, 'один миллион'],
    [5_021_003_000n, 'пять миллиардов двадцать один миллион три тысячи'],
    [-7n, 'минус семь'],
  ])('%s is %s', (value, words) => expect(numberWords(value)).toBe(words));

  it('follows the gender of what is counted', () => {
    expect(numberWords(21n, 'female')).toBe('двадцать одна');
    expect(numberWords(1n, 'neuter')).toBe('одно');
  });

  it.each([
    [100n, 'Один рубль 00 копеек'],
    [201n, 'Два рубля 01 копейка'],
    [1150n, 'Одиннадцать рублей 50 копеек'],
    [102_122n, 'Одна тысяча двадцать один рубль 22 копейки'],
    [-5n, 'Минус ноль рублей 05 копеек'],
  ])('%s kopecks are %s', (kopecks, words) => expect(kopecksInWords(kopecks)).toBe(words));

  it('has three forms of a noun', () => {
    const forms = ['день', 'дня', 'дней'] as const;
    expect([1n, 2n, 5n, 11n, 14n, 21n, 112n].map((count) => plural(count, forms))).toEqual([
      'день',
      'дня',
      'дней',
      'дней',
      'дней',
      'день',
      'дней',
    ]);
  });

  it('refuses what has no word', () => {
    expect(() => numberWords(10n ** 15n)).toThrow('DECIMAL_TOO_BIG');
  });
});

describe('requisites', () => {
  it('checks the digits of an ИНН', () => {
    expect(['7707083893', '500100732259'].map(isInn)).toEqual([true, true]);
    expect(['7707083894', '500100732258', '770708389', '', 'семь'].map(isInn)).toEqual(Array(5).fill(false));
  });

  it('checks КПП, ОГРН and ОГРНИП', () => {
    expect([isKpp('773601001'), isKpp('7736AZ001'), isKpp('77360100')]).toEqual([true, true, false]);
    expect([isOgrn('1027700132195'), isOgrn('1027700132196'), isOgrn('304500116000157')]).toEqual([true, false, true]);
  });

  it('checks the key of an account by the БИК', () => {
    expect(isAccount('30101810400000000225', '044525225')).toBe(true);
    expect(isAccount('30101810500000000225', '044525225')).toBe(false);
    expect(isAccount('4070281', '044525225')).toBe(false);
  });

  it('shortens names of firms', () => {
    expect(shortName('Публичное акционерное общество  "Сбербанк России"')).toBe('ПАО «Сбербанк России»');
    expect(shortName('Индивидуальный предприниматель Иванов Иван')).toBe('ИП Иванов Иван');
    expect(shortName('ООО «Ромашка»')).toBe('ООО «Ромашка»');
  });
});
