import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aProblem, Refusal, type Answers } from '../../testing/fake-api.js';
import { anOperator, anOrganization, CONNECTION, ORGANIZATION } from '../../testing/fixtures/organizations.js';
import { openPage } from '../../testing/open-page.js';

const answers: Answers = {
  'GET /organizations': () => ({ items: [anOrganization()] }),
  'GET /connections': () => ({ items: [anOperator()] }),
  [`GET /connections/${CONNECTION}/lists/boxes`]: () => ({
    items: [
      {
        value: 'box-1@diadoc.ru',
        label: 'ООО «Вектор», ИНН 7736207543',
        facts: { fnsParticipantId: '2BM-7736207543' },
      },
      { value: 'box-2@diadoc.ru', label: 'Филиал, ИНН 7736207543', facts: { fnsParticipantId: '2BM-2' } },
    ],
    takenAt: '2026-11-24T09:00:00Z',
  }),
};
const open = (over: Answers = {}) => openPage('/settings/organizations', { ...answers, ...over });
const dialog = () => within(screen.getByRole('dialog'));
const type = (label: RegExp, value: string) =>
  fireEvent.change(dialog().getByRole('textbox', { name: label }), { target: { value } });

it('creates an organization from what is typed', async () => {
  const { asked } = open({ 'POST /organizations': () => anOrganization() });
  fireEvent.click(await screen.findByRole('button', { name: 'Добавить организацию…' }));
  type(/^Название(?! банка)/, 'ООО «Ромашка»');
  type(/^ИНН/, '7707083893');
  type(/^КПП/, '770701001');
  type(/^Адрес/, 'Москва');
  fireEvent.click(dialog().getByRole('button', { name: 'Добавить организацию' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    kind: 'legal',
    name: 'ООО «Ромашка»',
    inn: '7707083893',
    kpp: '770701001',
    address: { countryCode: '643', text: 'Москва' },
    taxRegime: 'osno',
    timeZone: 'Europe/Moscow',
    boxes: [],
  });
});

it('puts the sentences of a refusal at their fields and keeps what is typed', async () => {
  const detail = 'В ИНН 7707083890 неверная контрольная цифра.';
  open({
    [`PUT /organizations/${ORGANIZATION}`]: () => {
      throw new Refusal(aProblem({ field: '/inn', errors: [{ field: '/inn', code: 'INN_CHECKSUM', detail }] }));
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Изменить…' }));
  type(/^ИНН/, '7707083890');
  fireEvent.click(dialog().getByRole('button', { name: 'Сохранить' }));
  await dialog().findByText(detail);
  const inn = dialog().getByRole<HTMLInputElement>('textbox', { name: /^ИНН/ });
  expect([inn.value, inn.getAttribute('aria-invalid')]).toEqual(['7707083890', 'true']);
  expect(document.activeElement).toBe(inn);
  expect(dialog().getByRole('alert').textContent).toBe('Исправьте отмеченные поля.');
});

it('shows the whole refusal when it is of no field of the form', async () => {
  open({
    [`PUT /organizations/${ORGANIZATION}`]: () => {
      throw new Refusal(aProblem({ status: 503, code: 'DATABASE_DOWN', detail: 'База данных сейчас недоступна.' }));
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Изменить…' }));
  fireEvent.click(dialog().getByRole('button', { name: 'Сохранить' }));
  expect((await dialog().findByRole('alert')).textContent).toContain('База данных сейчас недоступна.');
});

it('takes a box from the operator with its participant id', async () => {
  const { asked } = open({ [`PUT /organizations/${ORGANIZATION}`]: () => anOrganization() });
  fireEvent.click(await screen.findByRole('button', { name: 'Изменить…' }));
  await dialog().findByDisplayValue('Диадок');
  fireEvent.click(dialog().getByRole('button', { name: 'Добавить ящик' }));
  const boxes = () => dialog().getAllByRole('combobox', { name: /^Ящик/ });
  await waitFor(() => expect(boxes()).toHaveLength(2));
  fireEvent.click(boxes()[1] as HTMLElement);
  const options = await screen.findAllByRole('option', { name: 'Филиал, ИНН 7736207543', hidden: true });
  fireEvent.click(options.at(-1) as HTMLElement);
  fireEvent.click(dialog().getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    boxes: [
      { boxId: 'box-1@diadoc.ru' },
      { connectionId: CONNECTION, boxId: 'box-2@diadoc.ru', fnsParticipantId: '2BM-2' },
    ],
  });
});

it('lets a box be written when the operator gives no list', async () => {
  open({
    [`GET /connections/${CONNECTION}/lists/boxes`]: () => {
      throw new Refusal(aProblem({ status: 503, code: 'WORKER_SLOW' }));
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Изменить…' }));
  await dialog().findByText(/Список ящиков от оператора не пришёл/);
  const box = dialog().getByRole<HTMLInputElement>('textbox', { name: /^Ящик/ });
  expect(box.value).toBe('box-1@diadoc.ru');
});

it('asks of a sole trader the person and no КПП', async () => {
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Добавить организацию…' }));
  fireEvent.click(dialog().getByRole('radio', { name: 'ИП' }));
  expect(dialog().queryByRole('textbox', { name: /^КПП/ })).toBeNull();
  fireEvent.click(dialog().getByRole('button', { name: 'Добавить организацию' }));
  expect(dialog().getByText('Заполните «Фамилия»').textContent).toBe('Заполните «Фамилия»');
});

it('removes an organization only by a button that names it', async () => {
  const { asked } = open({ [`DELETE /organizations/${ORGANIZATION}`]: () => undefined });
  fireEvent.click(await screen.findByRole('button', { name: 'Убрать…' }));
  fireEvent.click(dialog().getByRole('button', { name: 'Убрать ООО «Вектор»' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked.some(({ method, path }) => method === 'DELETE' && path === `/organizations/${ORGANIZATION}`)).toBe(true);
});

it('says of a box that the operator shows no more what to do', async () => {
  const { boxes, ...organization } = anOrganization();
  open({
    'GET /organizations': () => ({
      items: [{ ...organization, boxes: boxes.map((box) => ({ ...box, isGone: true })) }],
    }),
  });
  await screen.findByText(/Оператор больше не показывает этот ящик/);
});
