import { afterEach, beforeAll, jest } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';
import { editorWords, settingsWords } from '../app/texts/load-texts.js';

/** The machine that runs the tests may be busy: nothing here waits that long when all is well. */
const PATIENCE_MS = 10_000;
jest.setTimeout(3 * PATIENCE_MS);
configure({ asyncUtilTimeout: PATIENCE_MS });

// What growing text fields listen to and the stand-in of a browser lacks.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });

// Routes have fetched these words before their pages are shown.
beforeAll(() => Promise.all([editorWords.load('ru'), settingsWords.load('ru')]));

// Jest gives no globals here, so testing-library cannot hook itself in.
afterEach(() => {
  cleanup();
  localStorage.clear();
});
