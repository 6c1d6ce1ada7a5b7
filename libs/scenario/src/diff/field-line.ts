import type { DiffLine, DiffTelling, FieldChange, Language } from './diff-types.js';
import { changeTitle, diffTexts, sideWords } from './value-words.js';

/** «Покупатель › ИНН — было …, стало …». */
export const fieldLine = (change: FieldChange, { diff, language, kinds }: DiffTelling): DiffLine => {
  const said = diffTexts[language];
  const title = changeTitle(change, language);
  const before = sideWords(change.before, change, { scenario: diff.before, kinds, language });
  const after = sideWords(change.after, change, { scenario: diff.after, kinds, language });
  return {
    text: said.field({ title, said: saidOf(change, { before, after }, language) }),
    field: { pointer: change.pointer, title, before, after },
  };
};

const saidOf = (
  change: Pick<FieldChange, 'before' | 'after'>,
  words: { readonly before: string; readonly after: string },
  language: Language,
): string => {
  const said = diffTexts[language];
  if (change.before === undefined) return said.set(words);
  return change.after === undefined ? said.cleared(words) : said.was(words);
};
