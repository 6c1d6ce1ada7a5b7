import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import type { AnyManifest } from '@potok/contracts';
import { fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { aValueScope, decide, say } from '../testing/fixtures/values.js';
import type { Params, ParamsChange } from './form-props.js';
import { ParamsForm } from './params-form.js';
import { SourceTree } from './source-tree.js';
import { PickerProvider, usePicker } from './values-context.js';

const open = (manifest: AnyManifest, first: Params = {}, ...[focusField, beside]: [string?, ReactNode?]) => {
  const seen: { params: Params; change?: ParamsChange | undefined } = { params: first };
  const Host = () => {
    const [params, setParams] = useState(first);
    return (
      <ParamsForm
        node={{ id: 'say', type: manifest.id, typeVersion: 1, name: 'Написать', params, position: { x: 0, y: 0 } }}
        manifest={manifest}
        scope={aValueScope()}
        findings={[]}
        connectionOf={() => ''}
        focusField={focusField}
        onChange={(next, change) => {
          seen.params = next;
          seen.change = change;
          setParams(next);
        }}
      />
    );
  };
  render(
    <MantineProvider env="test">
      <PickerProvider>
        {beside}
        <Host />
      </PickerProvider>
    </MantineProvider>,
  );
  return seen;
};
const type = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('shows required and filled fields, and folds the others with a count', () => {
  const seen = open(say, { amount: '5' });
  expect(screen.queryByLabelText('Сколько раз')).toBeNull();
  type('Текст', 'Привет');
  expect(screen.getByLabelText('Сумма')).toBeDefined();
  press('Ещё поля: 4');
  type('Сколько раз', '3');
  expect(seen.params).toEqual({ amount: '5', text: 'Привет', times: 3 });
});

it('opens and enters the field that it is led to', () => {
  open(say, {}, '/times');
  expect(document.activeElement).toBe(screen.getByLabelText('Сколько раз'));
});

it('sends a click in the tree to the field that was entered last', () => {
  const { place, ...scope } = aValueScope();
  const Tree = () => {
    const picker = usePicker();
    return <SourceTree scope={{ place, ...scope }} onPick={(picked) => picker.pick(picked)} />;
  };
  const seen = open(say, { text: 'Счёт № ' }, undefined, <Tree />);
  fireEvent.focus(screen.getByLabelText('Текст'));
  fireEvent.click(screen.getByRole('treeitem', { name: /^Номер/ }));
  expect(seen.params.text).toEqual({ $tpl: 'Счёт № {{steps.deal.number}}' });
});

it('adds named fields to an open object', () => {
  const seen = open(say, { extra: {} }, '/extra');
  type('Имя поля', 'Цвет');
  press('Добавить поле');
  type('Цвет', 'синий');
  expect(seen.params.extra).toEqual({ Цвет: 'синий' });
});

const when = (seen: { params: Params }) => (seen.params.branches as readonly { when?: unknown }[])[0]?.when;

it('reads a condition as rows and writes it back', () => {
  const first = {
    branches: [{ port: 'big', title: 'Крупные', when: { $cel: 'dec(steps.deal.amount) > dec("100")' } }],
  };
  const seen = open(decide, first);
  expect(screen.getByRole('button', { name: 'Поле: Выбрать другое поле' }).textContent).toBe('СделкаСумма');
  fireEvent.change(screen.getByLabelText('Значение'), { target: { value: '200,5' } });
  expect(when(seen)).toEqual({ $cel: 'dec(steps.deal.amount) > dec("200.5")' });
  expect(screen.getByText('Да', { exact: false, selector: '.value-result' })).toBeTruthy();
});

it('makes a condition of a picked field, compared as what it is', async () => {
  const seen = open(decide, { branches: [{ port: 'urgent' }] });
  press('Поле: Выбрать поле');
  fireEvent.click(await screen.findByText('Срочно'));
  expect(when(seen)).toEqual({ $cel: 'steps.deal.isUrgent' });
  press('Поле: Выбрать другое поле');
  fireEvent.change(await screen.findByLabelText('Найти поле или значение'), { target: { value: 'инн' } });
  fireEvent.click(await screen.findByText('ИНН'));
  expect(when(seen)).toEqual({ $cel: 'def(steps.deal.buyer.inn, "") == ""' });
});

it('leaves to the formula what rows cannot hold', () => {
  open(decide, { branches: [{ port: 'a', when: { $cel: 'size(steps.deal.lines) > 1' } }] });
  expect(screen.getByText('Это условие сложнее, чем строки: оно показано формулой.')).toBeTruthy();
});

it('tells which way out got another name, when it is whole', () => {
  const seen = open(decide, { branches: [{ port: 'big', when: true }] });
  const port = screen.getByLabelText('Код выхода');
  fireEvent.change(port, { target: { value: 'Большие' } });
  fireEvent.blur(port);
  expect(seen.change).toBeUndefined();
  fireEvent.change(port, { target: { value: 'large' } });
  fireEvent.blur(port);
  expect(seen.params.branches).toEqual([{ port: 'large', when: true }]);
  expect(seen.change).toEqual({ renamedPorts: { big: 'large' } });
});

it('adds and moves branches', () => {
  const seen = open(decide, { branches: [{ port: 'big', when: true }] });
  press('Добавить ветку');
  press('Поднять «Ветка 2»');
  expect(seen.params.branches).toEqual([
    { port: 'branch2', title: 'Ветка 2' },
    { port: 'big', when: true },
  ]);
});

it('offers choices by their words and keeps the code', () => {
  const words = { buyer: { ru: 'Покупатель', en: 'Buyer' }, seller: { ru: 'Продавец', en: 'Seller' } };
  const role = { anyOf: [{ const: 'buyer' }, { const: 'seller' }], title: 'Кто это', ui: { choices: words } };
  const seen = open({ ...say, input: { type: 'object', properties: { role }, required: ['role'] } }, { role: 'buyer' });
  const select = screen.getByRole('combobox', { name: 'Кто это' });
  expect((select as HTMLInputElement).value).toBe('Покупатель');
  fireEvent.click(select);
  fireEvent.click(screen.getByRole('option', { name: 'Продавец' }));
  expect(seen.params).toEqual({ role: 'seller' });
});

const schedule: AnyManifest = {
  ...say,
  input: {
    type: 'object',
    properties: {
      cron: { type: 'string', title: 'Расписание', ui: { widget: 'cron' } },
      zone: { type: 'string', title: 'Часовой пояс', ui: { widget: 'zone' } },
    },
    required: ['cron'],
  },
};

it('tells a schedule in words with its next moments by the clock of its zone', async () => {
  const seen = open(schedule, { cron: '0 9 * * 1-5', zone: 'Asia/Yekaterinburg' });
  expect(screen.getByText(/^По будням в 9:00\./)).toBeDefined();
  expect((await screen.findByText(/Ближайшие/)).textContent).toMatch(
    /^Ближайшие: (\d\d\.\d\d\.\d{4}, 09:00( · )?){3} \(пояс Asia\/Yekaterinburg\)$/,
  );
  const preset = screen.getByRole('combobox', { name: 'Расписание: обычное расписание' });
  expect((preset as HTMLInputElement).value).toBe('По будням в 9:00');
  fireEvent.click(preset);
  fireEvent.click(screen.getByRole('option', { name: '1-го числа в 9:00' }));
  expect(seen.params.cron).toBe('0 9 1 * *');
  type('Расписание', '0 9 31 2 *');
  expect(await screen.findByText(/запуска не будет/)).toBeDefined();
  type('Расписание', 'завтра');
  expect(screen.getByText(/Нужно пять полей/)).toBeDefined();
});
