import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { aRun, RUN } from '../testing/fixtures/runs.js';
import { openPage } from '../testing/open-page.js';

it('says of a run that needs a person where it stands, and that a trial is one', async () => {
  const fault = {
    node: 'build',
    nodeName: 'Построить УПД',
    fault: { kind: 'invalid', code: 'INN_WRONG', facts: {} },
    detail: 'ИНН покупателя неверен',
  } as const;
  const live = aRun({ status: 'needs-a-person', fault });
  const trial = aRun({ ...live, id: RUN.replace(/.$/, '9'), mode: 'trial' });
  openPage('/attention', { 'GET /runs': () => ({ items: [live, trial], total: 2 }) });
  const lines = (await screen.findAllByText('Построить УПД: ИНН покупателя неверен')).map((one) => one.closest('li'));
  expect(lines.map((line) => line?.textContent.includes('пробный'))).toEqual([false, true]);
});
