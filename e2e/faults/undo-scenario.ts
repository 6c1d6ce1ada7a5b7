import type { Scenario } from '@potok/contracts';
import { line, node } from '../support/drawing.js';
import { sendScenario } from './send-scenario.js';

const drawn = (id: string) => {
  const found = sendScenario.nodes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The scenario of sends has no node ${id}`);
  return found;
};

/** Built, signed and posted without being sent, and then waiting for a call that never comes: something to be undone. */
export const undoScenario: Scenario = {
  ...line('Провести и ждать', [
    [drawn('start'), 'done'],
    [drawn('upd'), 'done'],
    [drawn('sign'), 'signed'],
    [drawn('post'), 'done'],
    [node('ask', 'flow.await-callback'), 'received'],
  ]),
  slots: sendScenario.slots,
};
