import { afterEach, expect, it, jest } from '@jest/globals';
import { act, fireEvent } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { aDocument } from '../testing/an-editor.js';
import { noBadge } from '../state/badges.js';

const drawn: string[] = [];
jest.unstable_mockModule('./use-node-badge.js', () => ({
  useNodeBadge: (node: string) => {
    drawn.push(node);
    return noBadge;
  },
}));
const { EditCanvas } = await import('./edit-canvas.js');
const { openInEditor } = await import('../testing/open-editor.js');

afterEach(() => {
  drawn.length = 0;
});

it('draws nothing anew but the dragged step, once a move', () => {
  const { show } = openInEditor({ document: aDocument() });
  const { container } = show(
    <ReactFlowProvider>
      <EditCanvas />
    </ReactFlowProvider>,
  );
  const step = container.querySelector('.react-flow__node[data-id="send"]');
  if (step === null) throw new Error('No step to drag');
  const at = (x: number, y: number) => ({ clientX: x, clientY: y, view: window, button: 0 });
  fireEvent.mouseDown(step, at(10, 10));
  act(() => void fireEvent.mouseMove(window, at(40, 40)));
  drawn.splice(0);
  for (let move = 1; move <= 20; move += 1)
    act(() => void fireEvent.mouseMove(window, at(40 + move * 5, 40 + move * 3)));
  expect(new Set(drawn)).toEqual(new Set(['send']));
  expect(drawn.length).toBeLessThanOrEqual(20);
  fireEvent.mouseUp(window, at(140, 100));
});
