// npm test: installs what is missing, then checks and tests everything; ends with "N passed, N failed". Node's own modules only until installed.
import { join } from 'node:path';
import { checkNode, ensureInstalled, ROOT } from './stack/install.mjs';
import { endWith, say } from './stack/say.mjs';
import { countCheck, countJest, makeTally, sayTally } from './testing/count-tests.mjs';

// Each part counts its own tests; a check counts as one.
const CHECKS = ['types', 'lint', 'format', 'walls', 'unused'];
const JEST = [
  { kind: 'unit', args: ['-w', '2', '--workerIdleMemoryLimit=512MB'] },
  { kind: 'web', args: ['-w', '2', '--workerIdleMemoryLimit=512MB'] },
  { kind: 'db', args: ['-w', '2', '--workerIdleMemoryLimit=512MB'] },
  { kind: 'workflow', args: ['-w', '1'] },
  { kind: 'journey' },
];

try {
  checkNode();
  await ensureInstalled();
  const { ensureTestTools } = await import('./testing/test-tools.mjs');
  await ensureTestTools();
  const only = process.argv.slice(2);
  const isWanted = (name) => only.length === 0 || only.includes(name);
  const tally = makeTally();
  for (const name of CHECKS) if (isWanted(name)) countCheck(tally, name, [join(ROOT, 'tools', 'check.mjs'), name]);
  for (const part of JEST) if (isWanted(part.kind)) countJest(tally, part);
  sayTally(tally);
} catch (error) {
  endWith(error);
  say('0 passed, 1 failed');
}
