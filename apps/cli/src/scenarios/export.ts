import { EXIT, type Command, type Given } from '../command.js';
import { numberFlag, textFlag } from '../flags.js';
import { putText } from '../read-text.js';
import { scenarioOfWords } from './find-scenario.js';

/** `potok export`: the draft or a version as the text of a file. */
export const exportScenario: Command = {
  name: 'export',
  flags: { version: { type: 'string' }, out: { type: 'string' }, 'with-binding': { type: 'boolean' } },
  help: ({ scenarioHelp }) => scenarioHelp,
  async run(given) {
    const query = queryOf(given);
    const id = await scenarioOfWords(given);
    const text = await given.api.text(`scenarios/${id}/export${query}`);
    const path = textFlag(given, 'out');
    await putText(given, { text, path });
    if (path === undefined) return EXIT.clear;
    const { name } = JSON.parse(text) as { readonly name: string };
    given.print(given.flags['json'] === true ? JSON.stringify({ id, name, path }) : given.texts.exported(name, path));
    return EXIT.clear;
  },
};

const queryOf = (given: Given): string => {
  const version = numberFlag(given, 'version');
  const query = new URLSearchParams({
    ...(version === undefined ? {} : { version: String(version) }),
    ...(given.flags['with-binding'] === true ? { binding: 'true' } : {}),
  });
  return query.size === 0 ? '' : `?${query.toString()}`;
};
