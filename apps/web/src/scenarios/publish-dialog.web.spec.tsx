import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { PublishPreviewView } from '@potok/contracts';
import { aScenarioDetail, aVersion, SCENARIO } from '../testing/fixtures/scenario.js';
import { openPage } from '../testing/open-page.js';

const aPreview = (over: Partial<PublishPreviewView> = {}): PublishPreviewView => ({
  draftRevision: 5,
  nextNumber: 4,
  published: { versionId: aVersion().id, number: 3, publishedAt: '2026-11-20T09:00:00Z' },
  findings: [],
  canPublish: true,
  isSamePlan: false,
  changes: [
    {
      id: 'main/upd',
      kind: 'changed',
      title: 'Изменён шаг «Построить УПД»',
      lines: [{ text: 'x' }],
      isLayoutOnly: false,
    },
  ],
  runs: [{ versionId: aVersion().id, number: 3, openRuns: 14 }],
  authors: [
    { name: 'Пётр Ильин', isYou: false, at: '2026-11-21T09:00:00Z' },
    { name: 'Анна Белова', isYou: true, at: '2026-11-20T10:00:00Z' },
  ],
  ...over,
});

const openDialog = async (preview: PublishPreviewView) => {
  const opened = openPage(`/scenarios/${SCENARIO}`, {
    [`POST /scenarios/${SCENARIO}/check`]: () => ({ findings: [], hash: 'abc' }),
    [`GET /scenarios/${SCENARIO}/publish-preview`]: () => preview,
    [`POST /scenarios/${SCENARIO}/publish`]: () => aScenarioDetail(),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Проверить черновик' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Опубликовать…' }));
  return { ...opened, dialog: await screen.findByRole('dialog') };
};

it('tells what changes, which runs stay where and who has changed the draft, and publishes what it has told of', async () => {
  const { dialog, asked } = await openDialog(aPreview());
  await within(dialog).findByText('Изменён шаг «Построить УПД»');
  within(dialog).getByText('14 запусков идут на версии 3 и закончат на ней');
  within(dialog).getByText(/^Пётр Ильин, 21\.11\.2026/);
  within(dialog).getByText(/^вы, /);
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Название версии' }), { target: { value: 'Скидки ' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Опубликовать версию 4' }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/publish'))).toBe(true));
  expect(asked.find(({ path }) => path.endsWith('/publish'))?.body).toEqual({ draftRevision: 5, name: 'Скидки' });
});

it('says that nothing but the layout has changed, and lets it be published', async () => {
  const changes = [
    { id: 'main/*moved', kind: 'moved', title: 'Передвинуты шаги: 1', lines: [], isLayoutOnly: true } as const,
  ];
  const { dialog } = await openDialog(aPreview({ isSamePlan: true, changes }));
  await within(dialog).findByText(/^Изменилось только расположение, публиковать нечего/);
  expect(within(dialog).getByRole('button', { name: 'Опубликовать версию 4' }).hasAttribute('disabled')).toBe(false);
});

it('is barred by an error and not by a warning', async () => {
  const finding = (severity: 'error' | 'warning') => ({
    severity,
    code: 'X',
    facts: {},
    node: 'upd',
    detail: `${severity}.`,
  });
  const { dialog } = await openDialog(
    aPreview({ canPublish: false, findings: [finding('error'), finding('warning')] }),
  );
  await within(dialog).findByText('Публиковать мешает 1 ошибка');
  within(dialog).getByText('«Построить УПД»: error.');
  within(dialog).getByText('1 замечание, публикации не мешают');
  expect(within(dialog).getByRole('button', { name: 'Опубликовать версию 4' }).hasAttribute('disabled')).toBe(true);
});
