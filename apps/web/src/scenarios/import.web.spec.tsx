import { expect, it } from '@jest/globals';
import type { FileCheckView } from '@potok/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { aProblem, Refusal, type Answers } from '../testing/fake-api.js';
import { anOperator, CONNECTION } from '../testing/fixtures/organizations.js';
import { aScenario, aScenarioDetail, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const NEW = SCENARIO.replace(/100$/, '900');
const aCheck = (over: Partial<FileCheckView> = {}): FileCheckView => ({
  scenario: aScenario(),
  binding: { slots: {}, parameters: {} },
  findings: [],
  missing: [],
  ...over,
});
const answers = (over: Answers = {}): Answers => ({
  'GET /connections': () => ({ items: [anOperator()] }),
  'POST /scenarios/check-file': () => aCheck(),
  'POST /scenarios/import': () => ({ ...aScenarioDetail({ id: NEW, name: 'Из файла' }), missing: [] }),
  [`GET /scenarios/${NEW}`]: () => aScenarioDetail({ id: NEW, name: 'Из файла' }),
  [`GET /scenarios/${NEW}/versions`]: () => ({ items: [] }),
  ...over,
});
const openImport = async (over: Answers = {}) => {
  const opened = openPage('/scenarios', answers(over));
  fireEvent.click(await screen.findByRole('button', { name: 'Импорт файла…' }));
  return opened;
};
const choose = async (text: string) => {
  const input = await screen.findByLabelText('Файл сценария');
  fireEvent.change(input, { target: { files: [new File([text], 'upd.scenario.json')] } });
};
const create = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Создать сценарий' });
const bodyOf = (asked: readonly { method: string; path: string; body: unknown }[], path: string) =>
  asked.find((one) => one.method === 'POST' && one.path === path)?.body;

it('shows what is in a file, lets connections be chosen and makes the scenario with them', async () => {
  const { asked, address } = await openImport();
  const file = { ...aScenario(), $schema: 'urn:potok:schema:scenario:1' };
  await choose(JSON.stringify(file));
  await screen.findByText('4 шага · 1 подключение · 1 параметр');
  screen.getByText('Чертёж без ошибок');
  fireEvent.change(screen.getByRole('textbox', { name: 'Название' }), { target: { value: ' Из файла ' } });
  fireEvent.click(screen.getByRole('combobox', { name: 'Оператор ЭДО' }));
  fireEvent.click(await screen.findByRole('option', { name: 'Диадок', hidden: true }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Сколько ждать' }), { target: { value: '14' } });
  fireEvent.click(create());
  await waitFor(() => expect(address()).toContain(`/scenarios/${NEW}`));
  expect(bodyOf(asked, '/scenarios/check-file')).toEqual({ file });
  expect(bodyOf(asked, '/scenarios/import')).toEqual({
    file,
    name: 'Из файла',
    binding: { slots: { edo: CONNECTION }, parameters: { answerDays: 14 } },
  });
});

it('has chosen already what the file names and this workspace has, and says what it has not', async () => {
  await openImport({
    'POST /scenarios/check-file': () =>
      aCheck({
        binding: { slots: { edo: CONNECTION }, parameters: { answerDays: 7 } },
        missing: [
          { kind: 'connection', slot: 'crm', name: 'Битрикс клиента', system: 'bitrix24' },
          { kind: 'scenario', name: 'Счёт на оплату' },
        ],
        findings: [
          { severity: 'error', code: 'X', facts: {}, node: 'send', detail: 'Поле не заполнено.' },
          { severity: 'error', code: 'BINDING_SLOT_EMPTY', facts: {}, detail: 'Слот пуст.' },
        ],
      }),
  });
  await choose(JSON.stringify(aScenario()));
  await screen.findByDisplayValue('Диадок');
  screen.getByDisplayValue('7');
  screen.getByText(/Нет подключения «Битрикс клиента».*Выберите ниже/);
  screen.getByText(/Нет сценария «Счёт на оплату».*после импорта/);
  screen.getByText('«Отправить УПД»: Поле не заполнено.');
  expect(screen.queryByText('Слот пуст.')).toBeNull();
});

it.each([
  ['{"schemaVersion": 1,\n "name": "Обор', 'JSON обрывается: строка 2, знак 15. Возьмите файл целиком.'],
  ['{"a": 1,}', 'Это не JSON: строка 1, знак 9, «}» здесь лишнее.'],
  ['[1]', 'Это не сценарий: в файле должен быть объект JSON в фигурных скобках.'],
])('says at the file what is wrong with %j and asks the API nothing', async (text, says) => {
  const { asked } = await openImport();
  await choose(text);
  await screen.findByText(says);
  expect(bodyOf(asked, '/scenarios/check-file')).toBeUndefined();
  expect(create().disabled).toBe(true);
});

it("shows the API's sentence of a newer file, and takes the next file", async () => {
  const detail = 'Файл сделан более новой версией Потока: схема 2, а здесь известна 1.';
  let count = 0;
  await openImport({
    'POST /scenarios/check-file': () => {
      count += 1;
      if (count > 1) return aCheck();
      const errors = [{ field: '/file/schemaVersion', code: 'SCENARIO_NEWER', detail }];
      throw new Refusal(
        aProblem({ code: 'SCENARIO_FILE_WRONG', detail: 'Из этого файла не сделать сценарий.', errors }),
      );
    },
  });
  await choose('{"schemaVersion": 2}');
  await screen.findByText(detail);
  await choose(JSON.stringify(aScenario()));
  await screen.findByText('Чертёж без ошибок');
  expect(screen.queryByText(detail)).toBeNull();
});

it('keeps all that was chosen when the import is refused', async () => {
  await openImport({
    'POST /scenarios/import': () => {
      throw new Refusal(aProblem({ status: 503, code: 'DATABASE_DOWN', detail: 'База данных сейчас недоступна.' }));
    },
  });
  await choose(JSON.stringify(aScenario()));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Название' }), { target: { value: 'Моё имя' } });
  fireEvent.click(create());
  await screen.findByText('База данных сейчас недоступна.');
  screen.getByDisplayValue('Моё имя');
  fireEvent.change(screen.getByRole('textbox', { name: 'Название' }), { target: { value: ' ' } });
  fireEvent.click(create());
  await screen.findByText('Впишите название сценария');
});

it('replaces a draft over the revision that is shown, under its own name', async () => {
  const { asked } = openPage(`/scenarios/${SCENARIO}`, answers());
  fireEvent.click(await screen.findByRole('button', { name: 'Файл сценария' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Заменить черновик из файла…', hidden: true }));
  await screen.findByText('Заменить черновик «Сделка → УПД»');
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  fireEvent.change(input, {
    target: { files: [new File([JSON.stringify({ ...aScenario(), name: 'Другое' })], 'a.json')] },
  });
  await screen.findByText('Чертёж без ошибок');
  fireEvent.click(screen.getByRole('button', { name: 'Заменить черновик' }));
  await waitFor(() => expect(bodyOf(asked, '/scenarios/import')).toBeDefined());
  expect(bodyOf(asked, '/scenarios/import')).toMatchObject({
    scenarioId: SCENARIO,
    draftRevision: 4,
    name: 'Сделка → УПД',
  });
});
