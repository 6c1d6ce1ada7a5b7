import { MantineProvider } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import '../testing/clean-up.js';
import { Notices } from './notices.js';

const LONG_MS = 60_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  notifications.clean();
  jest.useRealTimers();
});

const say = (notice: Parameters<typeof notifications.show>[0]): HTMLElement => {
  render(
    <MantineProvider env="test">
      <Notices />
    </MantineProvider>,
  );
  act(() => {
    notifications.show(notice);
  });
  return screen.getByRole('alert');
};
const wait = () =>
  act(() => {
    jest.advanceTimersByTime(LONG_MS);
  });

it('says what was done, and is gone by itself', () => {
  expect(say({ title: 'Готово', message: 'Запуск начат' }).textContent).toBe('ГотовоЗапуск начат');
  wait();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('stays under the hand until the hand leaves it', () => {
  const notice = say({ message: 'Запуск начат' });
  fireEvent.mouseEnter(notice);
  wait();
  expect(screen.getByRole('alert')).toBe(notice);
  fireEvent.mouseLeave(notice);
  wait();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('stays until it is closed when it is meant to', () => {
  const notice = say({ message: 'Черновик открыт в другой вкладке', autoClose: false });
  wait();
  fireEvent.click(within(notice).getByRole('button'));
  expect(screen.queryByRole('alert')).toBeNull();
});
