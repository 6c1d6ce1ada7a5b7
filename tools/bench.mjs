// npm run bench: installs and builds what is missing, then measures (e2e/bench).
import { checkNode, ensureInstalled } from './stack/install.mjs';
import { endWith } from './stack/say.mjs';

try {
  checkNode();
  await ensureInstalled();
  await import('../e2e/bench/bench.mjs');
} catch (error) {
  endWith(error);
}
