// Runs kinds of jest tests one after another and counts them, for the commands that end with "N passed, N failed". Node's own modules only.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../stack/install.mjs';
import { say, sinceStart } from '../stack/say.mjs';

export const makeTally = () => ({ passed: 0, failed: 0, failedParts: [] });

/** A check counts as one test. */
export const countCheck = (tally, name, command) => {
  say(`\n── ${name} (${sinceStart()})`);
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit', cwd: ROOT });
  tally[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) tally.failedParts.push(name);
};

/** Each kind counts its own tests; a kind that fails outside of them counts as one failure. */
export const countJest = (tally, { kind, args = [] }) => {
  say(`\n── ${kind} (${sinceStart()})`);
  const folder = mkdtempSync(join(tmpdir(), 'potok-jest-'));
  const report = join(folder, 'report.json');
  const jest = join(ROOT, 'tools', 'jest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [jest, kind, ...args, '--passWithNoTests', '--silent', '--json', `--outputFile=${report}`],
    { stdio: ['ignore', 'ignore', 'inherit'], cwd: ROOT },
  );
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    tally.passed += numPassedTests;
    tally.failed += failed;
    if (status !== 0) tally.failedParts.push(kind);
    if (status !== 0 && failed === 0) tally.failed += 1;
  } catch {
    tally.failed += 1;
    tally.failedParts.push(kind);
  }
  rmSync(folder, { recursive: true, force: true });
};

/** The last lines, and how the process ends. */
export const sayTally = ({ passed, failed, failedParts }) => {
  say(`\nВремя: ${sinceStart()}${failedParts.length > 0 ? ` · не прошло: ${failedParts.join(', ')}` : ''}`);
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
};
