import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { aValueScope } from '../testing/fixtures/values.js';
import { DataView } from './data-view.js';
import { FunctionsList } from './functions-list.js';
import type { PickedPath } from './pick.js';
import { SourceTree } from './source-tree.js';
import type { ValueScope } from './value-scope.js';

const open = (scope: ValueScope = aValueScope()) => {
  const picked: PickedPath[] = [];
  render(
    <MantineProvider env="test">
      <SourceTree scope={scope} onPick={(one) => picked.push(one)} />
    </MantineProvider>,
  );
  return picked;
};
const innermost = (name: string) =>
  screen.getAllByRole('treeitem', { name: new RegExp(`^${name}`) }).at(-1) as HTMLElement;
const line = (name: string) => screen.getByRole('treeitem', { name: new RegExp(`^${name}`) });

it('shows the event, the steps before and the parameters, with values of the last run', () => {
  open();
  expect(line('Номер').textContent).toBe('Номер214');
  expect(line('Сумма').textContent).toContain('128\u202f400,00');
  expect(line('Строки').textContent).toContain('2 эл.');
  expect(line('Сделка выиграна').getAttribute('aria-level')).toBe('1');
  expect(line('Параметры сценария')).toBeTruthy();
});

it('shows the fields by the schema before any run', () => {
  open(aValueScope({ steps: {}, params: {} }));
  expect(line('Сумма').textContent).toBe('Суммасумма');
});

it('is walked and picked by keys', () => {
  const picked = open();
  const tree = screen.getByRole('tree');
  const press = (key: string) => fireEvent.keyDown(tree, { key });
  const active = () => document.activeElement?.textContent ?? '';
  press('End');
  press('Home');
  expect(active()).toContain('Сделка выиграна');
  press('ArrowLeft');
  expect(line('Сделка выиграна').getAttribute('aria-expanded')).toBe('false');
  press('ArrowDown');
  press('ArrowRight');
  expect(active()).toContain('Номер');
  press('Enter');
  expect(picked).toMatchObject([{ path: 'steps.deal.number', tpl: 'steps.deal.number' }]);
});

it('asks of a field in a list which rows are meant, and takes the answer by keys', () => {
  const picked = open();
  fireEvent.click(line('Строки').querySelector('.tree-chevron') as Element);
  fireEvent.click(line('первая строка').querySelector('.tree-chevron') as Element);
  fireEvent.click(innermost('Название'));
  expect(picked).toEqual([]);
  const items = screen.getAllByRole('menuitem');
  expect(items.map(({ textContent }) => textContent)).toEqual([
    'Из первой строки',
    'Из всех строк, через запятую',
    'Сколько строк',
  ]);
  expect(document.activeElement).toBe(items[0]);
  fireEvent.keyDown(items[0] as Element, { key: 'Escape' });
  expect([screen.queryByRole('menu'), document.activeElement]).toEqual([null, innermost('Название')]);
  fireEvent.keyDown(screen.getByRole('tree'), { key: 'Enter' });
  fireEvent.keyDown(screen.getByRole('menu'), { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Из всех строк, через запятую');
  fireEvent.click(document.activeElement as Element);
  expect(picked).toMatchObject([
    {
      path: 'join(steps.deal.lines.map(row, row.name), ", ")',
      text: '{{#each steps.deal.lines as |row|}}{{row.name}}{{#unless @last}}, {{/unless}}{{/each}}',
    },
  ]);
  expect(screen.queryByRole('menu')).toBeNull();
});

it('finds a field by its name, its code or its value', () => {
  open();
  fireEvent.change(screen.getByLabelText('Найти поле или значение'), { target: { value: '7701' } });
  expect(screen.getAllByRole('treeitem').map((one) => one.querySelector('.tree-label')?.textContent)).toEqual([
    'Сделка',
    'Покупатель',
    'ИНН',
  ]);
});

it('hands a dragged field over with its path', () => {
  open();
  const carried: Record<string, string> = {};
  const event = createEvent.dragStart(line('Номер'));
  const setData = (media: string, text: string) => {
    carried[media] = text;
  };
  Object.defineProperty(event, 'dataTransfer', { value: { setData, effectAllowed: '' } });
  fireEvent(line('Номер'), event);
  expect(JSON.parse(carried['application/x-potok-path'] ?? '')).toEqual({
    path: 'steps.deal.number',
    tpl: 'steps.deal.number',
  });
});

it('lists functions in words, each with an example that goes in at a click', () => {
  const inserted: string[] = [];
  render(
    <MantineProvider env="test">
      <FunctionsList onInsert={(text) => inserted.push(text)} />
    </MantineProvider>,
  );
  fireEvent.change(screen.getByLabelText('Найти функцию'), { target: { value: 'прописью' } });
  fireEvent.click(screen.getAllByRole('button', { name: /^Вставить/ })[0] as Element);
  expect(inserted[0]).toContain('(');
});

it('shows data as a tree in words and as JSON', () => {
  const { place, data } = aValueScope();
  render(
    <MantineProvider env="test">
      <DataView value={data.steps.deal} schema={place.steps[0]?.schema} label="Вышло" path="steps.deal" />
    </MantineProvider>,
  );
  expect(screen.getByText(/^128.400,00$/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Скопировать путь steps.deal.buyer.inn' })).toBeTruthy();
  fireEvent.click(screen.getByLabelText('JSON'));
  expect(screen.getByText('"128400.00"')).toBeTruthy();
});
