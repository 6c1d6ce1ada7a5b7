import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import type { Finding, JsonSchema } from '@potok/contracts';
import { createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { aValueScope } from '../testing/fixtures/values.js';
import { PATH_MEDIA_TYPE } from './pick.js';
import { ValueField } from './value-field.js';
import type { ValueScope } from './value-scope.js';

const text: JsonSchema = { type: 'string' };

interface Given {
  readonly field?: JsonSchema;
  readonly value?: unknown;
  readonly scope?: ValueScope;
  readonly findings?: readonly Finding[];
}

const open = ({ field = text, value: first, scope = aValueScope(), findings = [] }: Given = {}) => {
  const seen: { value: unknown } = { value: first };
  const Host = () => {
    const [value, setValue] = useState(first);
    return (
      <ValueField
        field={field}
        title="Текст"
        isRequired={false}
        value={value}
        onChange={(next) => {
          seen.value = next;
          setValue(next);
        }}
        scope={scope}
        findings={findings}
        connectionOf={() => ''}
        pointer="/text"
      />
    );
  };
  render(
    <MantineProvider env="test">
      <Host />
    </MantineProvider>,
  );
  return seen;
};
const choose = (mode: string) => fireEvent.click(screen.getByRole('button', { name: mode }));
const type = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });

it('takes a text as it is typed and leaves the field out when it is emptied', () => {
  const seen = open();
  type('Текст', 'Счёт');
  expect(seen.value).toBe('Счёт');
  type('Текст', '');
  expect(seen.value).toBeUndefined();
});

it('begins a formula with = in an empty field, and not in a filled one', async () => {
  const seen = open({ value: 'a' });
  type('Текст', '=');
  expect(seen.value).toBe('=');
  type('Текст', '');
  type('Текст', '=');
  expect(screen.getByRole('button', { name: 'Формула' }).getAttribute('aria-pressed')).toBe('true');
  expect(seen.value).toBeUndefined();
});

it('brings a value back with its mode', () => {
  const seen = open({ value: 'Счёт' });
  choose('Поле');
  expect(seen.value).toBeUndefined();
  choose('Значение');
  expect(seen.value).toBe('Счёт');
  choose('Текст с полями');
  expect(seen.value).toEqual({ $tpl: 'Счёт' });
});

it('shows a path in words and what it comes to', () => {
  open({ value: { $cel: 'steps.deal.?buyer.inn' } });
  const chosen = screen.getByRole('button', { name: 'Текст: Выбрать другое поле' });
  expect(chosen.textContent).toBe('СделкаПокупательИНН');
  expect(screen.getByText('7701000001', { exact: false })).toBeTruthy();
});

it('picks a field from the tree, written so that it may be absent', async () => {
  const seen = open();
  choose('Поле');
  fireEvent.click(screen.getByRole('button', { name: 'Текст: Выбрать поле' }));
  const tree = await screen.findByRole('tree');
  fireEvent.change(screen.getByLabelText('Найти поле или значение'), { target: { value: 'инн' } });
  fireEvent.click(within(tree).getByText('ИНН'));
  expect(seen.value).toEqual({ $cel: 'steps.deal.?buyer.inn' });
});

it('tells by the schema what a field will be when no run has been', () => {
  open({ value: { $cel: 'steps.deal.amount' }, scope: aValueScope({ steps: {}, params: {} }) });
  expect(screen.getByText('По схеме: текст (данных прошлого запуска нет)')).toBeTruthy();
});

it('tells a formula that fails over the sample from one that is wrong', () => {
  const { data } = aValueScope();
  const scope = aValueScope({ ...data, steps: { deal: { lines: [] } } });
  open({ value: { $cel: 'steps.deal.number' }, scope });
  expect(screen.getByText('На данных примера: Поля number нет.', { exact: false }).className).toBe('value-warning');
});

it('writes a value of any kind part by part once it is an object', () => {
  const seen = open({ field: {}, value: { a: { $cel: 'steps.deal.number' } } });
  expect(screen.getByRole('button', { name: 'a: Выбрать другое поле' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Удалить «a»' }));
  expect(seen.value).toBeUndefined();
  type('Текст', '{}');
  expect(seen.value).toEqual({});
});

it('says at the field what is wrong with its formula, before the compiler does', () => {
  const finding: Finding = { severity: 'error', code: 'X', facts: {}, field: '/text', detail: 'Так нельзя.' };
  open({ value: { $cel: 'steps.deal.isUrgent' }, field: text, findings: [finding] });
  expect(screen.queryByText('Так нельзя.')).toBeNull();
  expect(screen.getByText('bool', { exact: false }).className).toBe('value-fault');
});

it('shows what the compiler found at its field only', () => {
  const finding = (field: string): Finding => ({
    severity: 'error',
    code: field,
    facts: {},
    field,
    detail: `о ${field}`,
  });
  open({ value: 'x', findings: [finding('/text'), finding('/other')] });
  expect(screen.getByText('о /text')).toBeTruthy();
  expect(screen.queryByText('о /other')).toBeNull();
});

it('takes a comma in an amount and keeps on the screen what was typed', () => {
  const seen = open({ field: { type: 'string', format: 'decimal' } });
  type('Текст', '1 200,50');
  expect(seen.value).toBe('1200.50');
  expect(screen.getByLabelText<HTMLInputElement>('Текст').value).toBe('1 200,50');
  type('Текст', '12a');
  expect(seen.value).toBe('12a');
  expect(screen.getByText('Здесь нужно число', { exact: false })).toBeTruthy();
});

it('adds, moves and removes rows of a list', () => {
  const seen = open({ field: { type: 'array', items: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Добавить строку' }));
  type('Строка 1', 'a');
  fireEvent.click(screen.getByRole('button', { name: 'Добавить строку' }));
  type('Строка 2', 'b');
  fireEvent.click(screen.getByRole('button', { name: 'Поднять «Строка 2»' }));
  expect(seen.value).toEqual(['b', 'a']);
  fireEvent.click(screen.getByRole('button', { name: 'Удалить «Строка 1»' }));
  expect(seen.value).toEqual(['a']);
});

const drop = (path: { path: string; tpl: string }) => {
  const target = document.querySelector('[data-pointer="/text"]') as Element;
  const event = createEvent.drop(target);
  const getData = (media: string) => (media === PATH_MEDIA_TYPE ? JSON.stringify(path) : '');
  Object.defineProperty(event, 'dataTransfer', { value: { types: [PATH_MEDIA_TYPE], getData } });
  fireEvent(target, event);
};

it('takes a dropped field: alone as a path, onto a text as a place in it', () => {
  const empty = open();
  drop({ path: 'steps.deal.number', tpl: 'steps.deal.number' });
  expect(empty.value).toEqual({ $cel: 'steps.deal.number' });
});

it('puts a dropped field into a text', () => {
  const seen = open({ value: 'Счёт № ' });
  drop({ path: 'steps.deal.number', tpl: 'steps.deal.number' });
  expect(seen.value).toEqual({ $tpl: 'Счёт № {{steps.deal.number}}' });
  expect(screen.getByText('Счёт № 214', { exact: false })).toBeTruthy();
});

it('walks a list when its rows are not what the field wants', () => {
  const items = {
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string' }, name: { type: 'string' } },
  };
  const seen = open({ field: { type: 'array', items } });
  drop({ path: 'steps.deal.lines', tpl: 'steps.deal.lines' });
  expect(seen.value).toEqual({ $each: 'steps.deal.lines', as: 'line', do: { name: { $cel: 'line.name' } } });
  expect(screen.getByText('Стол', { exact: true, selector: '.value-result' })).toBeTruthy();
});
