import '../testing/clean-up.js';
import { expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { EmptyCanvas } from './empty-canvas.js';

it('offers a ready scenario and a first step', () => {
  const went: string[] = [];
  render(
    <MantineProvider env="test">
      <EmptyCanvas onTemplate={() => went.push('template')} onFirstStep={() => went.push('step')} />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: /Взять готовый сценарий/ }));
  fireEvent.click(screen.getByRole('button', { name: /Начать с пустого: первый шаг/ }));
  expect(went).toEqual(['template', 'step']);
});
