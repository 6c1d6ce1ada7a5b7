import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Answers } from '../testing/fake-api.js';
import { anOperator, CONNECTION } from '../testing/fixtures/organizations.js';
import { aScenarioDetail, SCENARIO } from '../testing/fixtures/scenario.js';
import { aManifestWithSystems, aTemplate } from '../testing/fixtures/template.js';
import { openPage } from '../testing/open-page.js';

const tried = {
  ended: 'done',
  steps: [
    {
      node: 'upd',
      visit: '0',
      status: 'done',
      answeredBy: 'example',
      input: {},
      output: { number: '214' },
      port: 'done',
      durationMs: 1,
    },
    {
      node: 'send',
      visit: '0',
      status: 'done',
      answeredBy: 'pin',
      input: {},
      output: { messageId: 'm-1' },
      port: 'done',
      durationMs: 1,
    },
  ],
};

const open = (address = '/scenarios/new', over: Answers = {}) =>
  openPage(address, {
    'GET /templates': () => ({ items: [aTemplate()] }),
    'GET /manifest': aManifestWithSystems,
    'POST /scenarios': () => aScenarioDetail(),
    [`PUT /scenarios/${SCENARIO}/draft`]: () => aScenarioDetail(),
    [`POST /scenarios/${SCENARIO}/try`]: () => ({ requestId: 'r', status: 'done', result: tried }),
    ...over,
  });
const sent = ({ asked }: ReturnType<typeof open>, method: string, path: string) =>
  asked.filter((one) => one.method === method && one.path === path);
const click = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => sessionStorage.clear());

describe('gallery', () => {
  it('shows what comes of a template, its drawing and what the workspace lacks for it', async () => {
    open();
    const card = await screen.findByRole('listitem', { name: 'Сделка выиграна → УПД в Диадоке' });
    expect(within(card).getByText('Контур.Диадок: нужен')).toBeTruthy();
    expect(await within(card).findByRole('img', { name: 'Схема сценария «Сделка → УПД»' })).toBeTruthy();
  });

  it('says of a connection that it is there', async () => {
    open('/scenarios/new', { 'GET /connections': () => ({ items: [anOperator()] }) });
    expect(await screen.findByText('Контур.Диадок: есть')).toBeTruthy();
  });

  it('adds the missing connection in place, of a system that fits', async () => {
    open();
    await click('Добавить подключение: Контур.Диадок');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByDisplayValue('Контур.Диадок')).toBeTruthy();
  });

  it('keeps the search in the address and says when nothing is found', async () => {
    open('/scenarios/new?q=зарплата');
    expect(await screen.findByText(/готового сценария нет/)).toBeTruthy();
    await click('Сбросить условия');
    expect(await screen.findByText('Пустой сценарий')).toBeTruthy();
  });

  it('makes an empty scenario and opens it', async () => {
    const page = open();
    await click('Начать с пустого');
    await waitFor(() => expect(page.address()).toContain(`/scenarios/${SCENARIO}`));
    expect(sent(page, 'POST', '/scenarios')[0]?.body).toMatchObject({
      draft: { nodes: [], edges: [], name: 'Новый сценарий' },
    });
  });
});

describe('wizard', () => {
  const at = (step: string, over?: Answers) => open(`/scenarios/new?template=deal-to-upd&step=${step}`, over);

  it('leads through three questions, each of which may be left for later, to a draft', async () => {
    const page = open();
    await click('Выбрать «УПД по сделке»');
    await click('Потом');
    await screen.findByLabelText('Сколько ждать');
    await click('Потом');
    fireEvent.change(await screen.findByLabelText('Название сценария'), { target: { value: 'УПД, оптовый отдел' } });
    await click(/Открыть в редакторе/);
    await waitFor(() => expect(page.address()).toContain(`/scenarios/${SCENARIO}`));
    expect(sent(page, 'POST', '/scenarios')[0]?.body).toMatchObject({
      templateId: 'deal-to-upd',
      draft: { name: 'УПД, оптовый отдел' },
      binding: { slots: {}, parameters: {} },
    });
  });

  it('takes the only account that fits, and writes it into the binding', async () => {
    const page = at('accounts', { 'GET /connections': () => ({ items: [anOperator()] }) });
    expect(await screen.findByDisplayValue('Диадок')).toBeTruthy();
    await click('Дальше');
    fireEvent.change(await screen.findByLabelText('Сколько ждать'), { target: { value: '14' } });
    await click('Дальше');
    await click(/Открыть в редакторе/);
    await waitFor(() => expect(sent(page, 'POST', '/scenarios')).toHaveLength(1));
    expect(sent(page, 'POST', '/scenarios')[0]?.body).toMatchObject({
      binding: { slots: { edo: CONNECTION }, parameters: { answerDays: 14 } },
    });
  });

  it('keeps the answers over a reload', async () => {
    const first = at('parameters');
    fireEvent.change(await screen.findByLabelText('Сколько ждать'), { target: { value: '21' } });
    first.unmount();
    at('parameters');
    expect(await screen.findByDisplayValue('21')).toBeTruthy();
  });

  it('stays at a value that is wrong and names it', async () => {
    at('parameters');
    fireEvent.change(await screen.findByLabelText('Сколько ждать'), { target: { value: 'скоро' } });
    await click('Дальше');
    expect(await screen.findByText('«Сколько ждать» должно быть числом')).toBeTruthy();
  });

  it('holds publishing while something is open, and says what', async () => {
    at('finish');
    const way = await screen.findByRole('button', { name: /Опубликовать сразу/ });
    expect(way.textContent).toContain('Сначала заполните: «Оператор ЭДО»');
    expect((way as HTMLButtonElement).disabled).toBe(true);
  });

  it('publishes only what the check lets through, and keeps the draft otherwise', async () => {
    const finding = { severity: 'error', code: 'X', facts: {}, node: 'upd', field: '', detail: 'Нет покупателя.' };
    const page = at('finish', {
      'GET /connections': () => ({ items: [anOperator()] }),
      [`POST /scenarios/${SCENARIO}/check`]: () => ({ findings: [finding] }),
    });
    await waitFor(async () =>
      expect((await screen.findByRole<HTMLButtonElement>('button', { name: /Опубликовать сразу/ })).disabled).toBe(
        false,
      ),
    );
    await click(/Опубликовать сразу/);
    expect((await screen.findByRole('alert')).textContent).toContain('«Построить УПД»: Нет покупателя.');
    expect(sent(page, 'POST', `/scenarios/${SCENARIO}/publish`)).toEqual([]);
    await click(/Открыть в редакторе/);
    await waitFor(() => expect(sent(page, 'PUT', `/scenarios/${SCENARIO}/draft`)).toHaveLength(1));
    expect(sent(page, 'POST', '/scenarios')).toHaveLength(1);
  });

  it('walks the scenario over example data, every answer marked', async () => {
    const page = at('finish');
    await click(/Попробовать на демо-данных/);
    await click('Пройти по шагам');
    await click('Сразу в конец');
    expect(await screen.findByText(/Дошёл до конца/)).toBeTruthy();
    const list = screen.getByRole('list', { name: 'Пройденные шаги' });
    expect(within(list).getByText('Пробный ответ: пример узла')).toBeTruthy();
    expect(within(list).getByText('пример')).toBeTruthy();
    expect(sent(page, 'POST', `/scenarios/${SCENARIO}/try`)[0]?.body).toMatchObject({
      graph: 'main',
      data: { trigger: { dealId: '101' }, steps: { send: { messageId: 'm-1' } } },
      pinned: ['send'],
      ports: { answer: 'accepted' },
    });
  });
});
