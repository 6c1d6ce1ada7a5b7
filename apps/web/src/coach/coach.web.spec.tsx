import '../testing/clean-up.js';
import { beforeEach, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { HereProvider } from '../app/use-workspace.js';
import { aSession } from '../testing/fixtures/session.js';
import { narrowWindow } from '../testing/narrow-window.js';
import { CoachProvider, useCoach, useCoachAnchor } from './use-coach.js';

const Editor = () => {
  const coach = useCoach();
  const anchor = useCoachAnchor('connect');
  const tries = useCoachAnchor('try-step');
  return (
    <>
      <button ref={anchor} type="button" onClick={() => coach.did('node-added')}>
        add
      </button>
      <button ref={tries} type="button" onClick={() => coach.did('field-mapped')}>
        map
      </button>
    </>
  );
};

const open = () => {
  const session = aSession();
  const workspace = session.workspaces[0];
  if (workspace === undefined) throw new Error('no workspace');
  return render(
    <MantineProvider env="test">
      <HereProvider value={{ session, workspace }}>
        <CoachProvider>
          <Editor />
        </CoachProvider>
      </HereProvider>
    </MantineProvider>,
  );
};

beforeEach(() => localStorage.clear());

it('reads the hint out, leaves the focus where it is, and goes with Escape for good', () => {
  const first = open();
  const button = screen.getByRole('button', { name: 'add' });
  button.focus();
  fireEvent.click(button);
  expect(screen.getByRole('status').textContent).toContain('Потяните за точку');
  expect(document.activeElement).toBe(button);
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(screen.getByRole('status').textContent).toBe('');
  first.unmount();
  open();
  fireEvent.click(screen.getByRole('button', { name: 'add' }));
  expect(screen.getByRole('status').textContent).toBe('');
});

it('gives way to a hint without a provider: nothing is shown, nothing breaks', () => {
  render(<Editor />);
  fireEvent.click(screen.getByRole('button', { name: 'add' }));
  expect(screen.queryByRole('status')).toBeNull();
});

it('on a phone hints only at what can be done there', () => {
  const widen = narrowWindow();
  open();
  fireEvent.click(screen.getByRole('button', { name: 'add' }));
  expect(screen.getByRole('status').textContent).toBe('');
  widen();
});

it('on a phone stands without a line', () => {
  const widen = narrowWindow();
  open();
  fireEvent.click(screen.getByRole('button', { name: 'map' }));
  expect(screen.getByRole('status').textContent).toContain('До этого шага');
  expect(screen.getByRole('status').querySelector<HTMLElement>('.coach')?.dataset['side']).toBe('none');
  widen();
});
