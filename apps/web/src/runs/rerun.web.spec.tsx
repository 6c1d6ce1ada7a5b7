import { expect, it } from '@jest/globals';
import type { RerunPlanView, RunDetailView } from '@potok/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aRun, aRunDetail, RUN } from '../testing/fixtures/runs.js';
import { openPage } from '../testing/open-page.js';

const NEXT = '0192f000-0000-7000-8000-00000000b002';
const closed = (over: Partial<RunDetailView> = {}): RunDetailView => {
  const { waitingFor: _waits, ...run } = aRunDetail({ status: 'closed-by-person', commands: [], ...over });
  return run;
};
const plan = (over: Partial<RerunPlanView> = {}): RerunPlanView => ({
  from: { node: 'send', nodeName: 'Отправить УПД', visit: '0' },
  takenOver: [{ node: 'upd', nodeName: 'Построить УПД' }],
  repeated: [
    { node: 'send', nodeName: 'Отправить УПД', hasActed: true },
    { node: 'answer', nodeName: 'Ждать покупателя', hasActed: false },
  ],
  ...over,
});
const open = (asked: Partial<RerunPlanView> = {}, run = closed()) =>
  openPage(`/runs/${RUN}`, {
    [`GET /runs/${RUN}`]: () => run,
    [`GET /runs/${NEXT}`]: () => aRunDetail({ id: NEXT }),
    [`GET /runs/${RUN}/rerun`]: () => plan(asked),
    [`POST /runs/${RUN}/rerun`]: () => ({ runId: NEXT, originRunId: RUN, mode: 'live', again: 0 }),
    [`POST /runs/${RUN}/again`]: () => ({ runId: NEXT, originRunId: RUN, mode: 'live', again: 1 }),
  });
const dialogOf = async (button: string) => {
  fireEvent.click(await screen.findByRole('button', { name: button }));
  return screen.findByRole('dialog');
};
const bodies = (asked: readonly { method: string; body: unknown }[]) =>
  asked.filter(({ method }) => method === 'POST').map(({ body }) => body);

it('says what is taken over, what is walked again and what is not sent twice, then opens the new run', async () => {
  const { asked, address } = open();
  const dialog = await dialogOf('Повторить с шага…');
  const said = await within(dialog).findByLabelText('Что произойдёт');
  expect(said.textContent).toContain('Возьмём готовымПостроить УПД');
  expect(said.textContent).toContain('второй раз не уйдётОтправить УПД');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Повторить запуск' }));
  await waitFor(() => expect(address()).toContain(NEXT));
  expect(bodies(asked)).toEqual([{ from: { node: 'answer', visit: '0' } }]);
});

it('begins at the step that was chosen on the time line', async () => {
  const { asked } = open();
  fireEvent.click(await screen.findByRole('button', { name: /Отправить УПД.*Готово/ }));
  const dialog = await dialogOf('Повторить с этого шага…');
  await within(dialog).findByLabelText('Что произойдёт');
  fireEvent.click(within(dialog).getByRole('checkbox', { name: /опубликованной сейчас версии/ }));
  fireEvent.click(within(dialog).getByRole('button', { name: 'Повторить запуск' }));
  await waitFor(() => expect(bodies(asked)).toEqual([{ from: { node: 'send', visit: '0' }, version: 'published' }]));
});

it('sends again only with a reason, and says that the document goes out as new', async () => {
  const { asked } = open();
  const dialog = await dialogOf('Отправить ещё раз…');
  expect(dialog.textContent).toContain('Документ уйдёт покупателю ещё раз, как новый.');
  await within(dialog).findByLabelText('Что произойдёт');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Отправить ещё раз' }));
  await within(dialog).findByText('Впишите причину: её увидят в журнале');
  expect(bodies(asked)).toEqual([]);
  fireEvent.change(within(dialog).getByRole('textbox', { name: /Причина/ }), { target: { value: 'потеряли' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Отправить ещё раз' }));
  await waitFor(() => expect(bodies(asked)).toEqual([{ from: { node: 'won', visit: '0' }, reason: 'потеряли' }]));
});

it('shows why it is refused and orders nothing', async () => {
  const { asked } = open({ rerunRefusal: { code: 'RERUN_UNDONE', detail: 'Шаг «Построить УПД» уже отменён.' } });
  const dialog = await dialogOf('Повторить с шага…');
  await within(dialog).findByText(/уже отменён/);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Повторить запуск' }));
  expect(bodies(asked)).toEqual([]);
});

it('offers no repeat of a run that goes on, only its data in the editor', async () => {
  open({}, aRunDetail());
  const link = await screen.findByRole('link', { name: 'Открыть в редакторе' });
  expect(link.getAttribute('href')).toContain(`/edit?run=${RUN}`);
  expect(screen.queryByRole('button', { name: 'Повторить с шага…' })).toBe(null);
});

it('shows the chain, and what was taken over', async () => {
  const started = { startedAt: '2026-11-24T09:00:00Z', status: 'done' as const };
  const from = { node: 'send', nodeName: 'Отправить УПД' };
  const [first, ...rest] = aRunDetail().steps;
  open(
    {},
    closed({
      steps: [{ ...first!, isTakenOver: true }, ...rest],
      chain: [
        { runId: NEXT, isSentAgain: false, ...started },
        { runId: RUN, isSentAgain: true, from, ...started },
      ],
    }),
  );
  const chain = await screen.findByRole('region', { name: 'Повторы' });
  expect(within(chain).getByRole('link', { name: 'первый запуск' }).getAttribute('href')).toContain(NEXT);
  expect(chain.textContent).toContain('отправлен ещё раз с шага «Отправить УПД»');
  await screen.findByText(/взят готовым из прошлого запуска/);
});

it('marks a trial in the register and asks for trials alone', async () => {
  const { asked } = openPage('/runs?mode=trial', {
    'GET /runs': () => ({ items: [aRun({ mode: 'trial' })], total: 1 }),
  });
  await screen.findAllByText('пробный');
  expect(asked.some(({ path }) => path.startsWith('/runs?') && path.includes('mode=trial'))).toBe(true);
});
