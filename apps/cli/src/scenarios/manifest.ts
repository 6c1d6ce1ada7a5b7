import { EXIT, type Command } from '../command.js';
import { textFlag } from '../flags.js';
import { putText } from '../read-text.js';

/** `potok manifest`: what nodes this installation has, for checks without it. */
export const manifest: Command = {
  name: 'manifest',
  flags: { out: { type: 'string' } },
  help: () => '',
  async run(given) {
    const nodes = await given.api.manifest<object>();
    await putText(given, { text: `${JSON.stringify(nodes, null, 2)}\n`, path: textFlag(given, 'out') });
    return EXIT.clear;
  },
};
