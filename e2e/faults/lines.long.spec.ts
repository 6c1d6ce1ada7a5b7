import { afterAll, beforeAll, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canMount, makeSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { FaultCases } from './fault-cases.js';
import { layLines, storm, type LinedStack } from './laid-lines.js';
import { dice } from './seeded.js';
import { kill, untilAllStand } from './victims.js';

const AWAY_MS = Number(process.env['FAULT_AWAY_MS'] ?? '600000');
const STORMS = 10;
/** A server with its log of writes and a few thousand rows; the rest is ballast. */
const DISK_MB = 700;
const cases = new FaultCases('Lines and disks, for long');
/** Without the right to mount, PostgreSQL's disk cannot be made small: its tests are shown as left out. */
const withDisk = canMount(mkdtempSync(join(tmpdir(), 'potok-mount-'))) ? it : it.skip;
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

let lined: LinedStack;
let disk: SmallDisk | undefined;
beforeAll(async () => {
  lined = await layLines();
  const folder = join(lined.stack.home, 'postgres');
  if (canMount(folder)) disk = makeSmallDisk(folder, DISK_MB);
  await lined.start();
}, 180_000);
afterAll(async () => {
  await cases.end();
  disk?.free();
  await lined.stop(() => disk?.remove());
}, 120_000);

it('each order is done once in storm after storm', async () => {
  const luck = dice();
  for (let round = 1; round <= STORMS; round += 1) {
    const at = { name: `storm ${round}`, victim: 'all lines', moment: 'sends, parked, undone' };
    await cases.go(at, async (fleet) => {
      await Promise.all([fleet.park(5), fleet.post(5)]);
      const through = async () => {
        await fleet.give(15);
        await fleet.undo();
        await fleet.release();
      };
      await Promise.all([through(), storm(Object.values(lined.lines), luck, 20_000)]);
    });
  }
}, 3_600_000);

it(
  `Temporal cannot be reached for ${AWAY_MS / 60_000} minutes: the API answers, and nothing is lost`,
  async () => {
    const at = { name: `unreachable ${AWAY_MS / 60_000} min`, victim: 'Temporal', moment: 'orders, answers' };
    await cases.go(at, async (fleet) => {
      await fleet.park(5);
      lined.lines['worker-temporal'].takeAway();
      const end = Date.now() + AWAY_MS;
      await fleet.release();
      while (Date.now() < end) {
        await fleet.give(1);
        await rest(AWAY_MS / 20);
      }
      lined.lines['worker-temporal'].mend();
    });
  },
  AWAY_MS + 600_000,
);

withDisk(
  'the disk of PostgreSQL is full: what was taken is kept, and all goes on when there is space',
  async () => {
    await cases.go({ name: 'disk full', victim: 'PostgreSQL', moment: 'sends, parked' }, async (fleet) => {
      await fleet.park(5);
      const giving = fleet.give(30);
      disk?.fill();
      await rest(30_000);
      disk?.free();
      await giving;
      await fleet.release();
    });
  },
  600_000,
);

withDisk(
  'the disk is full, and PostgreSQL is killed on top of it',
  async () => {
    await cases.go({ name: 'disk full, kill -9', victim: 'PostgreSQL', moment: 'sends' }, async (fleet) => {
      const giving = fleet.give(10);
      disk?.fill();
      await rest(5000);
      await kill('PostgreSQL');
      await rest(5000);
      disk?.free();
      await giving;
      await untilAllStand();
    });
  },
  600_000,
);
