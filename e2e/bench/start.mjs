// npm run bench: installs and builds what is missing, then measures.
import { checkNode, ensureInstalled } from '../../tools/stack/install.mjs';
import { endWith } from '../../tools/stack/say.mjs';

try {
  checkNode();
  await ensureInstalled();
  const { runBench } = await import('./bench.mjs');
  await runBench(process.argv.slice(2));
} catch (error) {
  endWith(error);
}
process.exit();
