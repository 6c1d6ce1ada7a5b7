import { expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSmallDisk } from './small-disk.js';

it('takes nothing while it is full, and has what it had when there is space again', () => {
  const home = mkdtempSync(join(tmpdir(), 'potok-disk-'));
  const disk = makeSmallDisk(join(home, 'disk'), 1);
  try {
    writeFileSync(join(disk.folder, 'before'), 'kept');
    disk.fill();
    expect(() => writeFileSync(join(disk.folder, 'now'), 'x'.repeat(5000))).toThrow(/ENOSPC|ENOTDIR/);
    disk.free();
    writeFileSync(join(disk.folder, 'after'), 'x'.repeat(5000));
    expect(readFileSync(join(disk.folder, 'before'), 'utf8')).toBe('kept');
  } finally {
    disk.remove();
    rmSync(home, { recursive: true, force: true });
  }
});
