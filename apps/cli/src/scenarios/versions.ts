import type { Page, VersionView } from '@potok/contracts';
import { EXIT, type Command } from '../command.js';
import { scenarioOfWords } from './find-scenario.js';

/** `potok versions`: what was published, newest first. */
export const versions: Command = {
  name: 'versions',
  flags: {},
  help: () => '',
  async run(given) {
    const id = await scenarioOfWords(given);
    const { items } = await given.api.get<Page<VersionView>>(`scenarios/${id}/versions`);
    const shown = items.map(({ number, publishedAt, by, planHash }) => ({ number, publishedAt, by, planHash }));
    if (given.flags['json'] === true) given.print(JSON.stringify({ items: shown }, null, 2));
    else if (shown.length === 0) given.print(given.texts.noVersions);
    else for (const version of shown) given.print(given.texts.version(version));
    return EXIT.clear;
  },
};
