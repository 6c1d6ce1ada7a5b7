import { expect, it } from '@jest/globals';
import { secretTexts } from './secret-texts.js';

it('finds every text that is long enough to be a secret', () => {
  expect(secretTexts({ login: 'a@firma.ru', nested: { token: 'abcdef' }, pin: '1234', isOn: true })).toEqual([
    'a@firma.ru',
    'abcdef',
  ]);
});

it('hides of a secret address what comes after the host, and not the host', () => {
  const found = secretTexts('https://user:passw0rd@portal.example/rest/1/k3y0fth3h00k/?auth=abcdef');
  expect(found).toEqual(['rest/1/k3y0fth3h00k', 'k3y0fth3h00k', 'passw0rd', 'abcdef']);
});
