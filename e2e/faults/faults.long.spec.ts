import { afterAll, afterEach, describe, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { readStack, sandbox, until } from '../support/stack.js';
import { onecState } from '../support/sandbox.js';
import { FaultCases } from './fault-cases.js';
import { arm, type Fleet } from './fleet.js';
import { ACTS, kindsOf } from './outside-kinds.js';
import { failOver, hold, kill, untilAllStand, VICTIMS, type Victim } from './victims.js';

const HOUR_MS = 3_600_000;
const HOLD_MS = 30_000;
const cases = new FaultCases('The whole matrix');
afterEach(async () => {
  rmSync(readStack().clockOffsetFile, { force: true });
  await sandbox('DELETE', 'faults');
});
afterAll(() => cases.end());

const posted = async () => (await onecState()).documents.filter((one) => one.isPosted).length;

/** Where runs stand when the blow falls; what follows it lets them go on. */
const MOMENTS: Readonly<Record<string, (fleet: Fleet, blow: () => Promise<void>) => Promise<void>>> = {
  '20 sends in flight': async (fleet, blow) => {
    await fleet.giveSlowly(20);
    await blow();
  },
  '20 parked': async (fleet, blow) => {
    await fleet.park(20);
    await blow();
    await fleet.release();
  },
  'in the middle of 10 undoes': async (fleet, blow) => {
    await fleet.post(10);
    await fleet.undoSlowly();
    await blow();
  },
  'between two steps of a segment': async (fleet, blow) => {
    // Written in 1С and not yet posted: one step done, the next, and the end of the segment, still to come.
    await arm({ system: 'onec', path: '/Post', method: 'POST', kind: 'latency', delayMs: 1500, times: 20 });
    const before = (await onecState()).documents.length;
    await fleet.give(20);
    await until('1С has written', onecState, { isEnough: ({ documents }) => documents.length > before });
    await blow();
  },
  'between effect and checkpoint': async (fleet, blow) => {
    await arm({ system: 'onec', path: '/Post', method: 'POST', kind: 'late-answer', delayMs: 1500, times: 20 });
    const before = await posted();
    await fleet.give(20);
    await until('1С has posted', posted, { isEnough: (count) => count > before });
    await blow();
  },
};

describe.each(Object.entries(MOMENTS))('%s', (moment, come) => {
  it.each(VICTIMS)(
    'kill -9 of %s',
    async (victim) => {
      const blow = async () => {
        await kill(victim);
        await untilAllStand();
      };
      await cases.go({ name: 'kill -9', victim, moment }, (fleet) => come(fleet, blow));
    },
    300_000,
  );

  it.each(['Исполнитель', 'PostgreSQL', 'Temporal'] satisfies Victim[])(
    `SIGSTOP of %s for ${HOLD_MS / 1000} s`,
    async (victim) => {
      await cases.go({ name: `SIGSTOP ${HOLD_MS / 1000} s`, victim, moment }, (fleet) =>
        come(fleet, () => hold(victim, HOLD_MS)),
      );
    },
    300_000,
  );

  it('PostgreSQL fails over', async () => {
    await cases.go({ name: 'fail-over', victim: 'PostgreSQL', moment }, (fleet) => come(fleet, failOver));
  }, 300_000);

  it('the clock jumps an hour', async () => {
    const jump = async () => writeFileSync(readStack().clockOffsetFile, String(HOUR_MS));
    await cases.go({ name: 'clock + 1 h', victim: 'all', moment }, (fleet) => come(fleet, jump));
  }, 300_000);
});

describe.each(ACTS)('$system $path', ({ system, path, method }) => {
  it.each(kindsOf(system).map(({ words, ...kind }) => [words, kind] as const))(
    '%s',
    async (words, kind) => {
      await cases.go({ name: words, victim: system, moment: path }, async (fleet) => {
        // A token expires for all who bear it; the fresh one is good, or nobody could go on by himself.
        const times = kind.kind === 'token-expiry' ? 1 : 5;
        await arm({ system, path, ...(method === undefined ? {} : { method }), ...kind, times });
        await fleet.give(5);
      });
    },
    240_000,
  );
});
