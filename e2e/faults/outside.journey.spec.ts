import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { diadocState } from '../support/sandbox.js';
import { readStack, sandbox, until } from '../support/stack.js';
import { FaultCases } from './fault-cases.js';
import { arm, type FaultOrder, type Fleet } from './fleet.js';
import { kindsOf } from './outside-kinds.js';
import { sendFromElsewhere } from './send-from-elsewhere.js';

const WEEK_MS = 7 * 86_400_000;
const cases = new FaultCases('The outside');
afterEach(async () => {
  rmSync(readStack().clockOffsetFile, { force: true });
  await sandbox('DELETE', 'faults');
});
afterAll(() => cases.end());

const armAll = async (act: Pick<FaultOrder, 'system' | 'path' | 'method'>): Promise<void> => {
  for (const { words: _words, ...kind } of kindsOf(act.system)) await arm({ ...act, ...kind, times: 1 });
};

describe('the outside does not answer as it should', () => {
  it('sends once and posts once, whatever the operator and 1С do to a call', async () => {
    const at = { name: 'every kind, one each', victim: 'operator, 1С', moment: 'send, write, post' };
    await cases.go(at, async (fleet) => {
      await armAll({ system: 'diadoc', path: '/V3/PostMessage', method: 'POST' });
      await armAll({ system: 'onec', path: '/Document_', method: 'POST' });
      await fleet.give(20);
    });
  }, 180_000);

  it('undoes once, whatever 1С does to a call', async () => {
    await cases.go({ name: 'every kind, one each', victim: '1С', moment: 'undo' }, async (fleet) => {
      await fleet.post(8);
      await armAll({ system: 'onec', path: '/Unpost', method: 'POST' });
      await fleet.undo();
    });
  }, 180_000);

  it('asks a person when the operator wants to be paid, says so, and sends once when told to', async () => {
    const at = { name: '402', victim: 'operator', moment: 'send' };
    const fleets: Fleet[] = [];
    const work = async (fleet: Fleet) => {
      fleets.push(fleet);
      await arm({ system: 'diadoc', path: '/V3/PostMessage', kind: 'refusal', status: 402, times: 3 });
      await fleet.give(3);
    };
    const parked = await cases.go(at, work, 3);
    expect(parked.needsAPerson.every((one) => one.endsWith('PAYMENT_REQUIRED'))).toBe(true);
    for (const fleet of fleets)
      await cases.goOn({ ...at, moment: 'a person tries again' }, fleet, async () => {
        await fleet.retryParked();
        await fleet.untilNobodyIsNeeded();
      });
  }, 120_000);
});

describe('events of the operator come as they should not', () => {
  it('takes each once when they are repeated, reordered, refused, and of documents that nobody knows', async () => {
    await cases.go(
      { name: 'events: twice, back to front, 503', victim: 'operator', moment: 'answer' },
      async (fleet) => {
        const path = '/V8/GetNewEvents';
        await arm({ system: 'diadoc', path, kind: 'repeat-events', times: 6 });
        await arm({ system: 'diadoc', path, kind: 'reorder-events', times: 6 });
        await arm({ system: 'diadoc', path, kind: 'unavailable', times: 2 });
        await arm({ system: 'diadoc', path, kind: 'half-body', times: 2 });
        const stranger = await sendFromElsewhere();
        await fleet.give(12);
        await until('the buyer has answered the stranger', diadocState, {
          isEnough: ({ documents }) => documents.some(({ number }) => number === stranger),
        });
      },
    );
  }, 120_000);

  it('goes on when the answer comes a week late', async () => {
    await cases.go({ name: 'events a week late', victim: 'operator', moment: 'parked' }, async (fleet) => {
      await fleet.park(5);
      await sandbox('POST', 'faults', { system: 'diadoc', kind: 'unavailable', match: { path: '/V8/GetNewEvents' } });
      await fleet.release();
      writeFileSync(readStack().clockOffsetFile, String(WEEK_MS));
      await new Promise((done) => setTimeout(done, 2000));
      await sandbox('DELETE', 'faults');
    });
  }, 120_000);
});
