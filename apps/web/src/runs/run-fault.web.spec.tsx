import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aStuckRunDetail, RUN } from '../testing/fixtures/runs.js';
import { WS } from '../testing/fixtures/session.js';
import { openPage } from '../testing/open-page.js';

const CALLED = RUN.replace(/1$/, '2');

it('leads from the undo that failed in a called run to that run', async () => {
  const facts = { runId: CALLED, node: 'send', visit: '0', code: 'NO' };
  const detail = 'В вызванном запуске один из шагов не удалось отменить. Откройте этот запуск.';
  const fault = { kind: 'refused', code: 'CALLED_UNDO_FAILED', facts } as const;
  openPage(`/runs/${RUN}`, {
    [`GET /runs/${RUN}`]: () => ({
      ...aStuckRunDetail(),
      fault: { node: 'call', nodeName: 'Вызвать', fault, detail },
    }),
  });
  const link = await screen.findByRole('link', { name: 'Открыть вызванный запуск' });
  expect(link.getAttribute('href')).toBe(`/w/${WS}/runs/${CALLED}`);
});
