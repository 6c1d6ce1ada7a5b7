import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { FaultCases } from './fault-cases.js';
import { Fleet } from './fleet.js';
import { kill, untilAllStand, VICTIMS } from './victims.js';

const cases = new FaultCases('Kills');
afterAll(() => cases.end());

describe('kill -9 while twenty sends are in flight, twenty wait for the buyer and five are being undone', () => {
  let parked: Fleet;
  beforeAll(async () => {
    parked = await Fleet.open();
    await parked.park(20);
  }, 120_000);

  it.each(VICTIMS)(
    '%s: nothing is lost, sent or posted twice',
    async (victim) => {
      await cases.go({ name: 'kill -9', victim, moment: '20 sends, 5 undoes, 20 parked' }, async (fleet) => {
        await fleet.post(5);
        await Promise.all([fleet.giveSlowly(20), fleet.undoSlowly()]);
        await kill(victim);
        await untilAllStand();
      });
    },
    240_000,
  );

  it('those that waited for the buyer through all of it go on when he signs', async () => {
    await cases.goOn({ name: 'kill -9', victim: 'each in turn', moment: '20 parked' }, parked, () => parked.release());
  }, 180_000);
});
