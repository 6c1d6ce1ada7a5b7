import { expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { aScenarioDetail, SCENARIO } from '../../testing/fixtures/scenario.js';
import { openInEditor } from '../testing/open-editor.js';
import { aDocument } from '../testing/an-editor.js';
import { ExtractDialog } from './extract-dialog.js';

const TAIL = ['send', 'answer', 'post', 'done', 'rejected', 'clarify', 'annulled', 'late'];

const openFor = (nodes: readonly string[]) => {
  const onClose = jest.fn();
  const opened = openInEditor({
    document: aDocument(),
    answers: { 'POST /scenarios': () => aScenarioDetail({ name: 'Отправка' }) },
  });
  opened.store.getState().choose({ nodes: new Set(nodes) });
  opened.show(<ExtractDialog onClose={onClose} />);
  return { ...opened, onClose };
};

it('makes the scenario first, then puts a step that calls it in the place of the chosen ones', async () => {
  const { store, asked, onClose } = openFor(TAIL);
  fireEvent.change(screen.getByRole('textbox', { name: 'Название нового сценария' }), {
    target: { value: ' Отправка ' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Вынести шаги' }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  const made = asked.find(({ method, path }) => method === 'POST' && path === '/scenarios');
  expect(made?.body).toMatchObject({ draft: { name: 'Отправка' }, binding: { slots: {}, parameters: {} } });
  const { nodes } = store.getState().history.document.scenario;
  expect(nodes.some(({ id }) => TAIL.includes(id))).toBe(false);
  expect(nodes.find(({ type }) => type === 'flow.call')).toMatchObject({
    name: 'Отправка',
    params: { scenarioId: SCENARIO },
  });
  store.getState().undo();
  expect(store.getState().history.document).toEqual(aDocument());
});

it('says why the chosen steps cannot be extracted, and makes nothing', () => {
  const { asked } = openFor(['deal']);
  expect(screen.getByRole('alert').textContent).toMatch(/Данными выбранных шагов пользуются те, что остаются/);
  expect(screen.getByRole('button', { name: 'Вынести шаги' }).hasAttribute('disabled')).toBe(true);
  expect(asked).toEqual([]);
});
