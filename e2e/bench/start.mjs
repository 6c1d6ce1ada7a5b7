// npm run bench: installs and builds what is missing, then measures (e2e/bench).
import { checkNode, ensureInstalled } from '../../tools/stack/install.mjs';
import { endWith } from '../../tools/stack/say.mjs';

try {
  checkNode();
  await ensureInstalled();
  await import('./bench.mjs');
} catch (error) {
  endWith(error);
}
