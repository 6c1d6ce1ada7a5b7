// npm test: installs what is missing, then checks and tests everything; ends with "N passed, N failed". Node's own modules only until installed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { checkNode, ensureInstalled, ROOT } from './stack/install.mjs';
import { endWith, say, sinceStart } from './stack/say.mjs';

// Each part counts its own tests; a check counts as one.
const CHECKS = ['types', 'lint', 'format', 'walls', 'unused'];
const JEST = [
  { kind: 'unit', args: ['-w', '2', '--workerIdleMemoryLimit=512MB'] },
  { kind: 'web', args: ['-w', '2', '--workerIdleMemoryLimit=512MB'] },
  { kind: 'db', args: ['-w', '2', '--workerIdleMemoryLimit=512MB'] },
  { kind: 'workflow', args: ['-w', '1'] },
  { kind: 'journey', args: [] },
];

const totals = { passed: 0, failed: 0 };
const count = (isPassed) => (totals[isPassed ? 'passed' : 'failed'] += 1);
const failedParts = [];

const runCheck = (name) => {
  say(`\n── ${name} (${sinceStart()})`);
  const { status } = spawnSync(process.execPath, [join(ROOT, 'tools', 'check.mjs'), name], {
    stdio: 'inherit',
    cwd: ROOT,
  });
  count(status === 0);
  if (status !== 0) failedParts.push(name);
};

const runJest = ({ kind, args }) => {
  say(`\n── ${kind} (${sinceStart()})`);
  const folder = mkdtempSync(join(tmpdir(), 'potok-jest-'));
  const report = join(folder, 'report.json');
  const { status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'tools', 'jest.mjs'),
      kind,
      ...args,
      '--passWithNoTests',
      '--silent',
      '--json',
      `--outputFile=${report}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: ROOT,
    },
  );
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += numPassedTests;
    totals.failed += numFailedTests + numRuntimeErrorTestSuites;
    if (status !== 0) failedParts.push(kind);
    if (status !== 0 && numFailedTests + numRuntimeErrorTestSuites === 0) totals.failed += 1;
  } catch {
    totals.failed += 1;
    failedParts.push(kind);
  }
  rmSync(folder, { recursive: true, force: true });
};

try {
  checkNode();
  await ensureInstalled();
  const { ensureTestTools } = await import('./testing/test-tools.mjs');
  await ensureTestTools();
  const only = process.argv.slice(2);
  const isWanted = (name) => only.length === 0 || only.includes(name);
  for (const name of CHECKS) if (isWanted(name)) runCheck(name);
  for (const part of JEST) if (isWanted(part.kind)) runJest(part);
  say(`\nВремя: ${sinceStart()}${failedParts.length > 0 ? ` · не прошло: ${failedParts.join(', ')}` : ''}`);
  say(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
} catch (error) {
  endWith(error);
  say('0 passed, 1 failed');
}
