import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { aProblem, Refusal, type Answers } from '../testing/fake-api.js';
import { anOperator, CONNECTION } from '../testing/fixtures/organizations.js';
import { aScenarioDetail, aVersion, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const OTHER = CONNECTION.replace(/1$/, '2');
const binding = { slots: { edo: CONNECTION }, parameters: { answerDays: 14 } };
const crm = anOperator({ id: CONNECTION.replace(/1$/, '3'), name: 'Битрикс24', system: 'bitrix24', gateway: 'crm' });

const open = (over: Answers = {}) =>
  openPage(`/scenarios/${SCENARIO}?tab=settings`, {
    'GET /connections': () => ({ items: [anOperator(), anOperator({ id: OTHER, name: 'Диадок, филиал' }), crm] }),
    [`GET /scenarios/${SCENARIO}`]: () => aScenarioDetail({ binding }),
    [`GET /scenarios/${SCENARIO}/versions`]: () => ({ items: [{ ...aVersion(), binding }] }),
    [`GET /scenarios/${SCENARIO}/hook`]: () => ({ url: '', proof: { kind: 'none' }, isEnabled: true, hasKey: false }),
    ...over,
  });
const bindTo = async (name: string) => {
  await screen.findByDisplayValue('Диадок');
  fireEvent.click(screen.getByRole('combobox', { name: 'Оператор ЭДО' }));
  fireEvent.click(await screen.findByRole('option', { name, hidden: true }));
};
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Сохранить привязку' }));
const days = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Сколько ждать' });

it('binds another connection and another value over the revision that was seen', async () => {
  const { asked } = open({ [`PUT /scenarios/${SCENARIO}/binding`]: () => aScenarioDetail() });
  await bindTo('Диадок, филиал');
  fireEvent.change(days(), { target: { value: '21' } });
  save();
  await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
    draftRevision: 4,
    binding: { slots: { edo: OTHER }, parameters: { answerDays: 21 } },
  });
});

it('offers for a slot only connections that can stand there', async () => {
  open();
  await bindTo('Диадок');
  expect(screen.queryByRole('option', { name: 'Битрикс24', hidden: true })).toBeNull();
});

it('names the parameter that is no number and asks the API nothing', async () => {
  const { asked } = open();
  await screen.findByDisplayValue('Диадок');
  fireEvent.change(days(), { target: { value: 'скоро' } });
  save();
  await screen.findByText('«Сколько ждать» должно быть числом');
  expect(asked.some(({ method }) => method === 'PUT')).toBe(false);
});

it('keeps what is chosen when it is refused, and says why at the slot', async () => {
  const detail = 'Подключение для «edo» не подходит.';
  open({
    [`PUT /scenarios/${SCENARIO}/binding`]: () => {
      const errors = [{ field: '/binding/slots/edo', code: 'BINDING_GATEWAY_WRONG', detail }];
      throw new Refusal(aProblem({ code: 'BINDING_WRONG', field: '/binding/slots/edo', errors }));
    },
  });
  await bindTo('Диадок, филиал');
  save();
  await screen.findByText(detail);
  screen.getByDisplayValue('Диадок, филиал');
  fireEvent.click(screen.getByRole('button', { name: 'Отменить изменения' }));
  screen.getByDisplayValue('Диадок');
});
