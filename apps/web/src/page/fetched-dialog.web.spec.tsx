import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Notices } from '../app/notices.js';
import '../testing/clean-up.js';
import { fetchedDialog } from './fetched-dialog.js';

interface LateProps {
  readonly name: string;
  readonly onClose: () => void;
}

const Late = ({ name, onClose }: LateProps) => <button onClick={onClose}>{`Закрыть ${name}`}</button>;

const openLate = (Fetched: (props: LateProps) => React.ReactNode) => {
  const Page = () => {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <>
        <button onClick={() => setIsOpen(true)}>Открыть</button>
        {isOpen ? <Fetched name="окно" onClose={() => setIsOpen(false)} /> : null}
      </>
    );
  };
  render(
    <MantineProvider env="test">
      <Notices />
      <Page />
    </MantineProvider>,
  );
};
const open = () => fireEvent.click(screen.getByRole('button', { name: 'Открыть' }));

it('shows the dialog when it has come, and at once the next time', async () => {
  openLate(fetchedDialog<LateProps>(() => Promise.resolve(Late)));
  open();
  fireEvent.click(await screen.findByRole('button', { name: 'Закрыть окно' }));
  open();
  expect(screen.queryAllByRole('button', { name: 'Закрыть окно' })).toHaveLength(1);
});

it('says that a dialog did not come, and fetches it anew when it is opened again', async () => {
  let isOffline = true;
  openLate(
    fetchedDialog<LateProps>(() => (isOffline ? Promise.reject(new TypeError('offline')) : Promise.resolve(Late))),
  );
  open();
  const notice = await screen.findByRole('alert');
  expect(notice.textContent).toContain('Окно не загрузилось.');
  expect(screen.queryByRole('button', { name: 'Закрыть окно' })).toBeNull();
  isOffline = false;
  open();
  await waitFor(() => screen.getByRole('button', { name: 'Закрыть окно' }));
});

it('lets no key through to the page while the dialog is on its way, and Esc gives it up', async () => {
  let come: (dialog: typeof Late) => void = () => undefined;
  openLate(fetchedDialog<LateProps>(() => new Promise((resolve) => (come = resolve))));
  const reached: string[] = [];
  const onKeyDown = ({ key }: KeyboardEvent) => reached.push(key);
  document.addEventListener('keydown', onKeyDown);
  open();
  fireEvent.keyDown(document.body, { key: 'Delete' });
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await act(async () => come(Late));
  fireEvent.keyDown(document.body, { key: 'a' });
  document.removeEventListener('keydown', onKeyDown);
  expect(screen.queryByRole('button', { name: 'Закрыть окно' })).toBeNull();
  expect(reached).toEqual(['a']);
});

it('gives the keyboard back to the button of the menu that it was called from', async () => {
  const Fetched = fetchedDialog<LateProps>(() => Promise.resolve(Late));
  const Page = () => {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <>
        <button id="more">Ещё действия</button>
        {isOpen ? (
          <Fetched name="окно" onClose={() => setIsOpen(false)} />
        ) : (
          <div role="menu" aria-labelledby="more">
            <button role="menuitem" onClick={() => setIsOpen(true)}>
              Открыть
            </button>
          </div>
        )}
      </>
    );
  };
  render(
    <MantineProvider env="test">
      <Page />
    </MantineProvider>,
  );
  const item = screen.getByRole('menuitem', { name: 'Открыть' });
  item.focus();
  fireEvent.click(item);
  fireEvent.click(await screen.findByRole('button', { name: 'Закрыть окно' }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ещё действия' })));
});
