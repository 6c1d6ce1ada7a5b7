import { expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { aProblem, Refusal, type Answers } from '../testing/fake-api.js';
import { aSession } from '../testing/fixtures/session.js';
import { openPage } from '../testing/open-page.js';

const open = (over: Answers) => openPage('/settings/workspace', over);
const rename = async (name: string) => {
  fireEvent.change(await screen.findByRole('textbox', { name: /^Название/ }), { target: { value: name } });
  fireEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
};

it('renames the workspace, and the frame shows the new name at once', async () => {
  open({ 'PATCH ': () => ({ ...aSession().workspaces[0], name: 'ООО «Вектор плюс»' }) });
  await rename('ООО «Вектор плюс»');
  await screen.findByRole('button', { name: 'Рабочее пространство: ООО «Вектор плюс»' });
});

it('keeps the name that is typed when it is refused, and says why at its field', async () => {
  const detail = 'В поле «name» помещается не больше 200 знаков.';
  open({
    'PATCH ': () => {
      throw new Refusal(aProblem({ field: '/name', errors: [{ field: '/name', code: 'FIELD_TOO_LONG', detail }] }));
    },
  });
  await rename('Вектор плюс');
  await screen.findByText(detail);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Название/ }).value).toBe('Вектор плюс');
});
