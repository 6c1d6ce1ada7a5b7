import { expect, it } from '@jest/globals';
import { aDocument } from '../testing/an-editor.js';
import { newHistory } from '../document/history.js';
import { relatedSteps } from './use-lit.js';

it('tells which steps a step takes data from, and which take data from it', () => {
  const state = { history: newHistory(aDocument()), graph: 'main' };
  expect([...relatedSteps(state, 'check')].sort()).toEqual(['check', 'deal', 'mend']);
  expect([...relatedSteps(state, 'deal')]).toContain('won');
});
