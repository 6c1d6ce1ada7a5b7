import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import type { AnyManifest, JsonSchema, Manifest, OrganizationView } from '@potok/contracts';
import { placeScope } from '@potok/scenario';
import { createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { SpeechProvider } from '../app/texts/use-texts.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aScenario } from '../testing/fixtures/scenario.js';
import { MappingEditor } from './mapping-editor.js';

const text: JsonSchema = { type: 'string' };
const object = (properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const line = object({ name: { ...text, title: 'Товар' }, quantity: { type: 'string', format: 'decimal' } }, ['name']);
const input = object(
  {
    number: { ...text, title: 'Номер', description: 'Номер документа', maxLength: 5 },
    currency: { ...text, title: 'Валюта' },
    lines: { type: 'array', title: 'Строки', items: line },
    note: { ...text, title: 'Примечание' },
  },
  ['number', 'lines'],
);
const deal = object(
  {
    title: { ...text, title: 'Название сделки' },
    currency: { ...text, title: 'Валюта' },
    lines: { type: 'array', title: 'Товары', items: line },
  },
  ['title', 'currency', 'lines'],
);

const manifest: Manifest = (() => {
  const base = aManifest();
  const nodes = base.nodes.map((node): AnyManifest => {
    if (node.id === 'trigger.crm-deal') return { ...node, output: deal };
    return node.id === 'edo.send' ? { ...node, input } : node;
  });
  return { ...base, nodes };
})();

const data = (over: object = {}) => ({
  trigger: { title: '№ 214', currency: 'RUB', lines: [{ name: 'Насос', quantity: '2' }], ...over },
  steps: {},
  params: {},
});
const samples = [
  { id: 'fine', name: 'Обычная сделка', data: data() },
  { id: 'long', name: 'Длинное название', data: data({ title: 'Очень длинное' }) },
];

const show = (params: Record<string, unknown> = {}, organizations: readonly OrganizationView[] = []) => {
  const scenario = aScenario();
  const seen: { params: Record<string, unknown>; sample: string } = { params, sample: 'fine' };
  const place = placeScope(scenario, { manifest, graph: 'main', node: 'send' });
  const scope = { place, scenario, manifest, data: data() };
  const sender = manifest.nodes.find(({ id }) => id === 'edo.send')!;
  const Kept = () => {
    const [now, setNow] = useState(params);
    const [sampleId, setSampleId] = useState('fine');
    seen.params = now;
    seen.sample = sampleId;
    return (
      <MappingEditor
        node={{ id: 'send', name: 'Отправить', params: now }}
        manifest={sender}
        scope={scope}
        samples={samples}
        sampleId={sampleId}
        onSample={setSampleId}
        findings={[{ severity: 'error', code: 'X', facts: {}, field: '/note', detail: 'Замечание схемы.' }]}
        onChange={setNow}
        connectionOf={() => ''}
        organizations={organizations}
      />
    );
  };
  render(
    <MantineProvider env="test">
      <SpeechProvider>
        <Kept />
      </SpeechProvider>
    </MantineProvider>,
  );
  return seen;
};

const source = (name: RegExp) => screen.getByRole('treeitem', { name });
const fields = () => within(screen.getByRole('region', { name: 'Куда' }));
const field = (name: RegExp) => fields().getByRole('button', { name });
const drag = (from: Element, to: Element) => {
  const kept = new Map<string, string>();
  const dataTransfer = {
    setData: (type: string, value: string) => kept.set(type, value),
    getData: (type: string) => kept.get(type) ?? '',
    get types() {
      return [...kept.keys()];
    },
  };
  for (const [element, kind] of [
    [from, 'dragStart'],
    [to, 'dragOver'],
    [to, 'drop'],
  ] as const) {
    const event = createEvent[kind](element);
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
    fireEvent(element, event);
  }
};

it('fills a field by dragging a source onto it, and counts what is required', () => {
  const seen = show();
  expect(screen.getByText('Заполнено 0 из 2 обязательных')).toBeTruthy();
  drag(source(/Название сделки/), field(/^Номер/));
  expect(seen.params).toEqual({ number: { $cel: 'trigger.title' } });
  expect(screen.getByText('Заполнено 1 из 2 обязательных')).toBeTruthy();
});

it('fills a field by choosing a source and then the field', () => {
  const seen = show();
  fireEvent.click(source(/Название сделки/));
  fireEvent.click(field(/^Номер/));
  expect(seen.params).toEqual({ number: { $cel: 'trigger.title' } });
  expect(source(/Название сделки/).getAttribute('aria-selected')).toBe('false');
});

it('does all by the keyboard: arrows walk, Enter chooses, «Связать» connects', () => {
  const seen = show();
  const [first] = screen.getAllByRole('treeitem');
  first!.focus();
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(source(/Название сделки/));
  fireEvent.keyDown(document.activeElement!, { key: 'Enter' });
  field(/^Номер/).focus();
  fireEvent.click(screen.getByRole('button', { name: 'Связать «Название сделки» с полем «Номер»' }));
  expect(seen.params).toEqual({ number: { $cel: 'trigger.title' } });
});

it('asks how a list is to be put in, and makes a loop line by line', () => {
  const seen = show();
  drag(source(/Товары/), field(/^Строки/));
  expect(seen.params).toEqual({});
  fireEvent.click(screen.getByRole('button', { name: 'Построчно' }));
  expect(seen.params).toEqual({ lines: { $each: 'trigger.lines', as: 'line', do: {} } });
});

it('adds a placeholder to a text that is there', () => {
  const seen = show({ note: 'Заказ' });
  drag(source(/Название сделки/), field(/^Примечание/));
  fireEvent.click(screen.getByRole('button', { name: 'Добавить в текст' }));
  expect(seen.params).toEqual({ note: { $tpl: 'Заказ {{trigger.title}}' } });
});

it('says why two things cannot be connected, and changes nothing', () => {
  const seen = show({ number: '1' });
  drag(source(/Товары/), field(/^Номер/));
  expect(screen.getByText(/друг в друга не подставляются/)).toBeTruthy();
  expect(seen.params).toEqual({ number: '1' });
});

it('shows suggestions as suggestions, and applies one only when it is accepted', () => {
  const seen = show();
  expect(seen.params).toEqual({});
  fireEvent.click(screen.getByRole('button', { name: 'Принять: «Валюта» в поле «Валюта»' }));
  expect(seen.params).toEqual({ currency: { $cel: 'trigger.currency' } });
  fireEvent.click(screen.getByRole('button', { name: 'Скрыть предложения' }));
  expect(screen.queryByRole('button', { name: 'Принять все' })).toBeNull();
  expect(seen.params).toEqual({ currency: { $cel: 'trigger.currency' } });
});

it('accepts all suggestions at once', () => {
  const seen = show();
  fireEvent.click(screen.getByRole('button', { name: 'Принять все' }));
  expect(seen.params).toEqual({ currency: { $cel: 'trigger.currency' }, lines: { $cel: 'trigger.lines' } });
});

it('says in words what fills a field, and what comes of it', () => {
  show({ number: { $cel: 'trigger.title' } });
  const row = within(field(/^Номер/));
  expect(row.getByText('Сделка выиграна › Название сделки')).toBeTruthy();
  expect(row.getByText('= № 214')).toBeTruthy();
  expect(row.getByText(/до 5 знаков/)).toBeTruthy();
});

it('empties a field', () => {
  const seen = show({ number: '1', note: 'x' });
  fireEvent.click(screen.getByRole('button', { name: 'Очистить «Примечание»' }));
  expect(seen.params).toEqual({ number: '1' });
});

it('splits a whole into its fields', () => {
  const seen = show({ lines: { $cel: 'trigger.lines' } });
  fireEvent.click(screen.getByRole('button', { name: 'Разобрать по полям: Строки' }));
  expect(seen.params).toEqual({
    lines: {
      $each: 'trigger.lines',
      as: 'line',
      do: { name: { $cel: 'line.name' }, quantity: { $cel: 'line.?quantity' } },
    },
  });
});

it('tells what a check and the chosen sample find at the field that caused it', () => {
  show({ number: { $cel: 'trigger.title + "123"' } });
  expect(field(/^Номер/).closest('li')?.textContent).toContain('Сократите текст');
  expect(field(/^Примечание/).closest('li')?.textContent).toContain('Замечание схемы.');
});

it('shows only the fields that are wrong, required or empty', () => {
  show({ note: 'x' });
  fireEvent.click(screen.getByRole('radio', { name: 'Обязательные' }));
  expect(fields().queryByRole('button', { name: /^Примечание/ })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'С ошибками' }));
  expect(field(/^Примечание/)).toBeTruthy();
  expect(fields().queryByRole('button', { name: /^Валюта/ })).toBeNull();
});

it('tries the mapping on every saved sample, and a click shows that sample', async () => {
  const seen = show({ number: { $cel: 'trigger.title' }, lines: { $cel: 'trigger.lines' } });
  const table = within(screen.getByRole('table', { name: 'Сохранённые образцы' }));
  await waitFor(() => expect(table.getByText('всё верно')).toBeTruthy(), { timeout: 5000 });
  expect(table.getByText('замечаний: 1')).toBeTruthy();
  fireEvent.click(table.getByRole('button', { name: 'Показать образец «Длинное название»' }));
  expect(seen.sample).toBe('long');
  expect(field(/^Номер/).closest('li')?.textContent).toContain('Сократите текст');
});

it('shows the data that comes out', () => {
  show({ number: { $cel: 'trigger.title' } });
  expect(screen.getByLabelText('Данные', { selector: 'pre' }).textContent).toContain('"number": "№ 214"');
});
