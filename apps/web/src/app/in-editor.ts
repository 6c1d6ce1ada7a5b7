import { readLanguage } from './texts/language.js';
import { editorWords } from './texts/load-texts.js';

/** A page that is drawn on comes together with the editor's words and styles, so that none of them is missed when it is shown. */
export const inEditor =
  <Page>(load: () => Promise<Page>) =>
  async (): Promise<Page> => {
    const [page] = await Promise.all([load(), editorWords.load(readLanguage()), import('./editor-styles.js')]);
    return page;
  };
