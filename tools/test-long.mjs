// npm run test:long: what takes hours and not minutes (e2e/**/*.long.spec.ts); ends with "N passed, N failed".
// `npm run test:long -- kills` runs the files whose path has this word.
import { checkNode, ensureInstalled } from './stack/install.mjs';
import { endWith, say } from './stack/say.mjs';
import { countJest, makeTally, sayTally } from './testing/count-tests.mjs';

try {
  checkNode();
  await ensureInstalled();
  const { ensureTestTools } = await import('./testing/test-tools.mjs');
  await ensureTestTools();
  const tally = makeTally();
  countJest(tally, { kind: 'long', args: process.argv.slice(2) });
  sayTally(tally);
} catch (error) {
  endWith(error);
  say('0 passed, 1 failed');
}
