import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A folder in which there may be no space. */
export interface SmallDisk {
  readonly folder: string;
  /** Nothing can be written any more. */
  fill(): void;
  /** There is space again. */
  free(): void;
  remove(): void;
}

const PIECE = Buffer.alloc(65_536);
const run = (command: string, args: readonly string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Writes pieces of this size until there is no space for another. */
const pourIn = (open: number, piece: Buffer): void => {
  try {
    for (;;) writeSync(open, piece);
  } catch {
    // Full: a smaller piece may still fit.
  }
};

const fillUp = (file: string): void => {
  const open = openSync(file, 'w');
  for (const size of [PIECE.length, 4096, 1]) pourIn(open, PIECE.subarray(0, size));
  closeSync(open);
};

/** A disk in memory of so many megabytes, where we may mount one. */
const mounted = (folder: string): SmallDisk => {
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast, { force: true }),
    remove: () => void run('umount', ['-l', folder]),
  };
};

/** Where nothing may be mounted the folder is put away, and a file stands in its place: no write comes through either. */
const putAway = (folder: string): SmallDisk => {
  const aside = `${folder}.aside`;
  let isAway = false;
  const free = () => {
    if (!isAway) return;
    rmSync(folder);
    renameSync(aside, folder);
    isAway = false;
  };
  return {
    folder,
    fill: () => {
      renameSync(folder, aside);
      writeFileSync(folder, '');
      isAway = true;
    },
    free,
    remove: free,
  };
};

export const canMount = (folder: string): boolean => {
  mkdirSync(folder, { recursive: true });
  const isMounted = run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (isMounted) run('umount', [folder]);
  return isMounted;
};

export const makeSmallDisk = (folder: string, sizeMb: number): SmallDisk => {
  mkdirSync(folder, { recursive: true });
  const isMounted = run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder]);
  return isMounted ? mounted(folder) : putAway(folder);
};
