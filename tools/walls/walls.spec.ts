import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pairs, pureRooms } from './pairs.mjs';

const root = mkdtempSync(join(tmpdir(), 'potok-walls-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const rooms = Object.keys(pairs);
const fileOf = (room: string) => `${room}/src/index.ts`;
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const importing = (from: string, to: string) => `import '${relative(dirname(from), to).replace(/^(?!\.)/, './')}';\n`;
const forbiddenTo = (room: string) =>
  rooms.find((other) => other !== room && !(pairs[room] ?? []).includes(other)) ?? '';

/** A copy of the rooms in which every wall is broken once, on purpose. */
const breakEverything = () => {
  for (const room of rooms) write(fileOf(room), 'export {};\n');
  for (const room of rooms)
    write(`${room}/src/breach.ts`, importing(`${room}/src/breach.ts`, fileOf(forbiddenTo(room))));
  for (const room of pureRooms) write(`${room}/src/impure.ts`, `import 'node:fs';\n`);
  write('libs/contracts/src/engine/plan.ts', 'export const plan = 1;\n');
  write('workflows/src/value.ts', importing('workflows/src/value.ts', 'libs/contracts/src/engine/plan.ts'));
  write('libs/node-sdk/src/testing/index.ts', 'export {};\n');
  write('nodes/src/fakes.ts', importing('nodes/src/fakes.ts', 'libs/node-sdk/src/testing/index.ts'));
  write('nodes/crm/one/node.ts', 'export {};\n');
  write('nodes/crm/two/node.ts', importing('nodes/crm/two/node.ts', 'nodes/crm/one/node.ts'));
  write('libs/config/src/a.ts', importing('libs/config/src/a.ts', 'libs/config/src/b.ts'));
  write('libs/config/src/b.ts', importing('libs/config/src/b.ts', 'libs/config/src/a.ts'));
  write('tsconfig.spec.json', '{}');
};

let found: string[] = [];
beforeAll(() => {
  breakEverything();
  // In a process of its own: dependency-cruiser brings its own loader.
  const script = fileURLToPath(new URL('./check-walls.mjs', import.meta.url));
  const code = `import { findBreaches } from ${JSON.stringify(script)}; console.log(JSON.stringify(await findBreaches(['apps', 'libs', 'nodes', 'workflows'])));`;
  found = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' }),
  ) as string[];
}, 60_000);

const isFound = (rule: string, file: string) => found.some((line) => line.startsWith(`${rule}: ${file} →`));

describe('each wall holds when it is broken on purpose', () => {
  it.each(rooms)('%s', (room) => {
    expect(isFound(`wall-${room.replaceAll('/', '-')}`, `${room}/src/breach.ts`)).toBe(true);
  });

  it.each([...pureRooms])('%s stays off the machine', (room) => {
    expect(isFound('pure-rooms', `${room}/src/impure.ts`)).toBe(true);
  });

  it.each([
    ['workflows-know-names-only', 'workflows/src/value.ts'],
    ['testing-is-for-tests', 'nodes/src/fakes.ts'],
    ['nodes-apart', 'nodes/crm/two/node.ts'],
    ['no-cycles', 'libs/config/src/a.ts'],
  ])('%s', (rule, file) => {
    expect(isFound(rule, file)).toBe(true);
  });

  it('finds nothing in what is allowed', () => {
    expect(found.filter((line) => line.includes(': libs/contracts/src/index.ts'))).toEqual([]);
  });
});
