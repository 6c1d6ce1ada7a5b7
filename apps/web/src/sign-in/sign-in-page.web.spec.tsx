import { expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { aProblem, Refusal } from '../testing/fake-api.js';
import { aSession, WS } from '../testing/fixtures/session.js';
import { openPage } from '../testing/open-page.js';

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const enter = () => fireEvent.click(screen.getByRole('button', { name: 'Войти' }));

const signedOut = () => {
  throw new Refusal(aProblem({ status: 401, code: 'SIGNED_OUT', detail: 'Войдите.' }));
};

it('leads to sign-in and back to the page that was asked for', async () => {
  let isIn = false;
  const { address } = openPage('/scenarios', {
    'GET /session': () => (isIn ? aSession() : signedOut()),
    'POST /sign-in': () => {
      isIn = true;
      return aSession();
    },
  });
  await screen.findByRole('heading', { name: 'Вход в Поток' });
  type('Почта', 'anna@vektor.ru');
  type('Пароль', 'secret');
  enter();
  await screen.findByRole('heading', { name: 'Сценарии' });
  expect(address()).toBe(`/w/${WS}/scenarios`);
});

it('asks nothing of the API while a field is empty and names the field', async () => {
  const { asked } = openPage('/sign-in');
  await screen.findByRole('heading', { name: 'Вход в Поток' });
  enter();
  expect(screen.getByText('Впишите пароль').textContent).toBe('Впишите пароль');
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
});

it('shows the sentence and the code of a refusal', async () => {
  openPage('/sign-in', {
    'POST /sign-in': () => {
      throw new Refusal(aProblem({ status: 401, code: 'SIGN_IN_WRONG', detail: 'Почта или пароль не подходят.' }));
    },
  });
  await screen.findByRole('heading', { name: 'Вход в Поток' });
  type('Почта', 'anna@vektor.ru');
  type('Пароль', 'wrong');
  enter();
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Почта или пароль не подходят.'));
  expect(screen.getByRole('alert').textContent).toContain('SIGN_IN_WRONG');
});
