import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aStepDetail, aStuckRunDetail, RUN } from '../testing/fixtures/runs.js';
import { openPage } from '../testing/open-page.js';

const stuck = {
  [`GET /runs/${RUN}`]: aStuckRunDetail,
  [`GET /runs/${RUN}/steps/step-upd`]: () => aStepDetail(aStuckRunDetail().steps[1]!),
  [`POST /runs/${RUN}/commands`]: () => ({ requestId: 'r1', status: 'done' }),
};
const commandsOf = (asked: readonly { method: string; path: string; body: unknown }[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
const ask = async (name: string) => {
  fireEvent.click(await screen.findByRole('button', { name: 'Ещё действия' }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
  return screen.findByRole('dialog');
};

it('says in one sentence what is waited for', async () => {
  openPage(`/runs/${RUN}`);
  expect((await screen.findByText(/^Ждёт ответа покупателя на шаге «Ждать покупателя»/)).textContent).toContain('уже');
});

it('shows input, output and attempts of the step that the time line chooses', async () => {
  openPage(`/runs/${RUN}`);
  fireEvent.click(await screen.findByRole('button', { name: /Построить УПД.*Готово/ }));
  const panel = await screen.findByRole('complementary', { name: 'Шаг' });
  await within(panel).findByText(/"214"/);
  fireEvent.click(within(panel).getByRole('tab', { name: 'Вход' }));
  await within(panel).findByText(/"128.40"/);
  fireEvent.click(within(panel).getByRole('tab', { name: 'Попытки' }));
  await within(panel).findByText('Попытка 1');
});

it('says how many passes of a long run are not listed', async () => {
  openPage(`/runs/${RUN}`, { ...stuck, [`GET /runs/${RUN}`]: () => ({ ...aStuckRunDetail(), moreSteps: 19_850 }) });
  await screen.findByText(/^Не показано шагов: 19850/);
});

it('shows what a step asked of other systems and what it was told', async () => {
  const call = { at: '2026-11-24T09:00:01Z', method: 'POST', attempt: 2, ms: 320 };
  const side = { headers: { authorization: '•••' }, sizeBytes: 4_321 };
  openPage(`/runs/${RUN}?tab=calls&step=step-upd`, {
    [`GET /runs/${RUN}/steps/step-upd/calls`]: () => ({
      items: [
        {
          ...call,
          url: 'https://crm.example/rest/•••/deal.get',
          request: { ...side, body: '{"id":7}' },
          status: 422,
          response: side,
        },
        {
          ...call,
          url: 'https://crm.example/Catalog_%D0%92%D0%B0%D0%BB%D1%8E%D1%82%D1%8B',
          request: { headers: {}, sizeBytes: 0 },
          failure: { code: 'NETWORK_FAILED', detail: 'Нет связи с crm.example.' },
        },
      ],
    }),
  });
  const panel = await screen.findByRole('complementary', { name: 'Шаг' });
  fireEvent.click(await within(panel).findByText('/rest/•••/deal.get'));
  await within(panel).findByText('422');
  expect(within(panel).getAllByText('Попытка 2')).toHaveLength(2);
  within(panel).getByText('"id"');
  within(panel).getByText(/^Тело не показано: 4\s321 байт/);
  within(panel).getByText('/Catalog_Валюты');
  within(panel).getByText('Тела нет.');
  within(panel).getByText('Нет связи с crm.example.');
});

it('says that a step called nobody', async () => {
  openPage(`/runs/${RUN}?tab=calls&step=step-upd`, {
    [`GET /runs/${RUN}/steps/step-upd/calls`]: () => ({ items: [] }),
  });
  await screen.findByText(/^Шаг не обращался к другим системам/);
});

it('offers only the commands that the state allows', async () => {
  openPage(`/runs/${RUN}`);
  await screen.findByRole('button', { name: 'Поставить на паузу' });
  expect(screen.queryByRole('button', { name: 'Повторить шаг' })).toBeNull();
});

it('tries the step again at a click, with the place of the step', async () => {
  const { asked } = openPage(`/runs/${RUN}`, stuck);
  fireEvent.click(await screen.findByRole('button', { name: 'Повторить шаг' }));
  await waitFor(() => expect(commandsOf(asked)).toEqual([{ kind: 'retry-step', node: 'upd', visit: '0' }]));
});

it('closes a run only with a reason', async () => {
  const { asked } = openPage(`/runs/${RUN}`, stuck);
  const dialog = await ask('Закрыть вручную…');
  expect(dialog.textContent).toContain('Закрыть запуск вручную: Документ № 214 · ООО «Ромашка» · Сделка 101?');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Закрыть запуск' }));
  await within(dialog).findByText('Впишите причину: её увидят в журнале');
  expect(commandsOf(asked)).toEqual([]);
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Причина' }), { target: { value: 'Сделка отменена' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Закрыть запуск' }));
  await waitFor(() => expect(commandsOf(asked)).toEqual([{ kind: 'close', reason: 'Сделка отменена' }]));
});

it('mends the input of the stuck step and refuses what is no JSON', async () => {
  const { asked } = openPage(`/runs/${RUN}`, stuck);
  fireEvent.click(await screen.findByRole('button', { name: 'Исправить данные…' }));
  const dialog = await screen.findByRole('dialog');
  const field = await within(dialog).findByRole('textbox', { name: 'Вход шага' });
  fireEvent.change(field, { target: { value: '{"buyer": ' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Исправить и продолжить' }));
  await within(dialog).findByText(/^Это не JSON/);
  expect(commandsOf(asked)).toEqual([]);
  fireEvent.change(field, { target: { value: '{"inn": "7707083893"}' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Исправить и продолжить' }));
  await waitFor(() =>
    expect(commandsOf(asked)).toEqual([
      { kind: 'mend-and-go-on', node: 'upd', visit: '0', data: { inn: '7707083893' } },
    ]),
  );
});
