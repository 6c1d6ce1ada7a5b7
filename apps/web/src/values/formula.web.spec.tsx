import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { catalogues } from '../app/texts/catalogue.js';
import { aValueScope } from '../testing/fixtures/values.js';
import { offersAt, pathAround } from './complete.js';
import { templateOffersAt } from './template-complete.js';
import { ValueField } from './value-field.js';
import { noNames } from './value-scope.js';

const reading = { scope: aValueScope(), names: noNames, texts: catalogues.ru, language: 'ru' as const };
const offered = (text: string) => offersAt(text, text.length, reading).map(({ label }) => label);
const written = (text: string, label: string): string => {
  const offer = offersAt(text, text.length, reading).find((one) => one.label === label);
  return offer === undefined ? '' : text.slice(0, offer.from) + offer.apply;
};

it('offers names and functions, then the fields of what is before the dot', () => {
  expect(offered('')).toEqual(expect.arrayContaining(['trigger', 'steps', 'params', 'dec', 'def']));
  expect(offered('1 + steps.')).toEqual(['deal']);
  expect(offered('steps.deal.')).toEqual(['number', 'amount', 'isUrgent', 'buyer', 'lines']);
  expect(offered('steps.deal.?buyer.')).toEqual(['inn']);
});

it('writes what may be absent with its mark, in place of the dot', () => {
  expect(written('steps.deal.b', 'buyer')).toBe('steps.deal.?buyer');
  expect(written('steps.deal.n', 'number')).toBe('steps.deal.number');
});

it('knows the item of a loop', () => expect(offered('steps.deal.lines.map(l, l.')).toEqual(['name']));

it('tells a field in words with its sample', () => {
  const [amount] = offersAt('steps.deal.', 11, reading).filter(({ label }) => label === 'amount');
  expect(amount).toMatchObject({ detail: 'Сумма', info: expect.stringContaining('128\u202f400,00') as unknown });
});

it('finds the path under the pointer', () => {
  expect(pathAround('a + steps.deal.?buyer.inn', 17)).toEqual({ path: 'steps.deal.?buyer', from: 4, to: 21 });
  expect(pathAround('"trigger"', 3)).toBeUndefined();
});

it('offers fields inside the braces of a template only', () => {
  expect(templateOffersAt('Счёт ', 5, reading)).toBeUndefined();
  const inside = templateOffersAt('Счёт {{steps.deal.', 18, reading);
  expect(inside?.offers.map(({ apply }) => apply)).toContain('steps.deal.number');
});

it('opens an editor of code whose name is the field’s, and keeps a wrong formula', async () => {
  const seen: { value: unknown } = { value: { $cel: 'size(steps.deal.lines) +' } };
  const Host = () => {
    const [value, setValue] = useState(seen.value);
    return (
      <ValueField
        field={{ type: 'string' }}
        title="Текст"
        isRequired={false}
        value={value}
        onChange={(next) => {
          seen.value = next;
          setValue(next);
        }}
        scope={reading.scope}
        connectionOf={() => ''}
        pointer="/text"
      />
    );
  };
  const { container } = render(
    <MantineProvider env="test">
      <Host />
    </MantineProvider>,
  );
  await waitFor(() => expect(container.querySelector('.cm-content')?.getAttribute('aria-label')).toBe('Текст'));
  expect(container.querySelector('.cm-content')?.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Формула написана с ошибкой', { exact: false }).className).toBe('value-fault');
  fireEvent.keyDown(container.querySelector('.cm-content') as Element, { key: 'Escape' });
  expect(document.activeElement).toBe(document.body);
  expect(seen.value).toEqual({ $cel: 'size(steps.deal.lines) +' });
});

it('underlines what is wrong with a text at its place, and says line and column', async () => {
  const { container } = render(
    <MantineProvider env="test">
      <ValueField
        field={{ type: 'string' }}
        title="Текст"
        isRequired={false}
        value={{ $tpl: 'Счёт {{steps.deal.+}} от' }}
        onChange={() => undefined}
        scope={reading.scope}
        connectionOf={() => ''}
        pointer="/text"
      />
    </MantineProvider>,
  );
  await waitFor(() => expect(container.querySelector('.cm-lintRange-error')?.textContent).toBe('+'));
  expect(container.querySelector('.value-fault')?.textContent).toContain('строка 1, знак 19: здесь не к месту «+»');
});
