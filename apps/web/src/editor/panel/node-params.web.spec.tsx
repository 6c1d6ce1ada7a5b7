import { afterEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { narrowWindow } from '../../testing/narrow-window.js';
import { aDocument } from '../testing/an-editor.js';
import { openInEditor } from '../testing/open-editor.js';
import { TryingProvider } from '../trying/trying-context.js';
import { NodeParams } from './node-params.js';

let widen: () => void = () => undefined;
afterEach(() => widen());

const open = (isReadOnly: boolean) => {
  const document = aDocument();
  const { store, show } = openInEditor({ document });
  const node = document.scenario.nodes.find(({ id }) => id === 'send');
  const manifest = store.getState().kit.kinds.get(node?.type ?? '');
  if (node === undefined || manifest === undefined) throw new Error('No step to open');
  show(
    <TryingProvider scenarioId="s" runData={undefined}>
      <NodeParams node={node} manifest={manifest} findings={[]} isReadOnly={isReadOnly} field={undefined} />
    </TryingProvider>,
  );
  const order = ['Что приходит', 'Поля', 'Что получается'].map((name) => screen.getByRole('region', { name }));
  return order
    .sort((a, b) => (a.compareDocumentPosition(b) === Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    .map((one) => one.getAttribute('aria-label'));
};

it('shows what flows in before the fields, and what comes out after them', () => {
  expect(open(false)).toEqual(['Что приходит', 'Поля', 'Что получается']);
});

it('on a phone shows the result first to one who only reads, and what flows in last and folded', () => {
  widen = narrowWindow();
  expect(open(true)).toEqual(['Что получается', 'Поля', 'Что приходит']);
  expect(screen.getByText('Что приходит').closest('details')?.open).toBe(false);
});

it('on a phone shows the fields first to one who may fill them', () => {
  widen = narrowWindow();
  expect(open(false)).toEqual(['Поля', 'Что получается', 'Что приходит']);
});
