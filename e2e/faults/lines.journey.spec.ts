import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { join } from 'node:path';
import { makeSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { FaultCases } from './fault-cases.js';
import { layLines, storm, type LinedStack } from './laid-lines.js';
import { dice } from './seeded.js';
import { failOver, untilAllStand } from './victims.js';

const AWAY_MS = 15_000;
const cases = new FaultCases('Lines, disks, the launcher');
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

let lined: LinedStack;
let disk: SmallDisk;
beforeAll(async () => {
  lined = await layLines();
  disk = makeSmallDisk(join(lined.stack.home, 'blobs'), 8);
  await lined.start({ POTOK_BLOB_STORE: `folder:${disk.folder}` });
}, 180_000);
afterAll(async () => {
  await cases.end();
  disk.free();
  await lined.stop(() => disk.remove());
}, 120_000);

describe('what lies between and under the processes fails', () => {
  it('connections are cut, slowed and broken into pieces: each order is done once', async () => {
    const at = { name: 'cuts, delays, halves', victim: 'all lines', moment: 'sends' };
    await cases.go(at, async (fleet) => {
      await Promise.all([fleet.give(10), storm(Object.values(lined.lines), dice(), 8000)]);
    });
  }, 180_000);

  it('Temporal cannot be reached: orders are taken all the same, and done when it is back', async () => {
    const at = { name: `unreachable ${AWAY_MS / 1000} s`, victim: 'Temporal', moment: 'orders, answers' };
    await cases.go(at, async (fleet) => {
      await fleet.park(3);
      lined.lines['worker-temporal'].takeAway();
      await Promise.all([fleet.give(5), fleet.release(), rest(AWAY_MS)]);
      lined.lines['worker-temporal'].mend();
    });
  }, 180_000);

  it('PostgreSQL fails over with all its connections: each order is done once', async () => {
    await cases.go({ name: 'fail-over', victim: 'PostgreSQL', moment: '8 sends' }, async (fleet) => {
      await fleet.giveSlowly(8);
      await failOver();
    });
  }, 180_000);

  it('there is no space for files: runs wait for it and go on', async () => {
    await cases.go({ name: 'disk full', victim: 'blobs', moment: 'building, signing' }, async (fleet) => {
      disk.fill();
      await fleet.give(5);
      await rest(3000);
      disk.free();
    });
  }, 180_000);

  it('the launcher is killed with all that it holds: started again, the stack goes on', async () => {
    await cases.go({ name: 'kill -9', victim: 'launcher', moment: '8 sends, 3 parked' }, async (fleet) => {
      await fleet.park(3);
      await fleet.giveSlowly(8);
      lined.stack.killLauncher();
      await lined.start({ POTOK_BLOB_STORE: `folder:${disk.folder}` });
      await untilAllStand();
      await fleet.release();
    });
  }, 240_000);
});
