import { readLanguage } from './texts/language.js';
import { settingsWords } from './texts/load-texts.js';

/** The settings come together with their words. */
export const inSettings =
  <Page>(load: () => Promise<Page>) =>
  async (): Promise<Page> => {
    const [page] = await Promise.all([load(), settingsWords.load(readLanguage())]);
    return page;
  };
