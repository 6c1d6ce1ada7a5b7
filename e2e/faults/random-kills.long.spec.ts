import { afterAll, it } from '@jest/globals';
import { FaultCases } from './fault-cases.js';
import type { Fleet } from './fleet.js';
import { dice } from './seeded.js';
import { kill, untilAllStand, VICTIMS } from './victims.js';

/** FAULT_KILLS=30 for a try; a round gives orders, kills all through them, then lets them come to rest and counts. */
const KILLS = Number(process.env['FAULT_KILLS'] ?? '1000');
const A_ROUND = 50;
const ORDERS = 60;
const cases = new FaultCases(`${KILLS} kills at random moments`);
afterAll(() => cases.end());

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Orders come all the time, a few at once, so that at every kill some run is at every step. */
const keepGiving = async (fleet: Fleet): Promise<void> => {
  for (let given = 0; given < ORDERS; given += 3) {
    await fleet.give(3);
    await rest(800);
  }
};

it(
  `loses and doubles nothing in ${KILLS} kills`,
  async () => {
    const { between, pick } = dice();
    for (let done = 0; done < KILLS; done += A_ROUND) {
      const kills = Math.min(A_ROUND, KILLS - done);
      const at = { name: `kills ${done + 1}–${done + kills}`, victim: 'any', moment: 'random' };
      await cases.go(at, async (fleet) => {
        await fleet.post(3);
        const giving = keepGiving(fleet);
        for (let shot = 0; shot < kills; shot += 1) {
          if (shot === Math.floor(kills / 2)) await fleet.undo();
          await rest(between(50, 1500));
          await kill(pick(VICTIMS));
        }
        await giving;
        await untilAllStand();
      });
      process.stderr.write(`${new Date().toISOString()} ${done + kills} of ${KILLS} kills\n`);
    }
  },
  4 * 3_600_000,
);
