/** The words of a node in one language, `texts.ru.ts` and `texts.en.ts` of its folder. Plain data: they go into the manifest. */
export interface NodeTexts {
  readonly title: string;
  readonly summary: string;
  /** Other words that people search for. */
  readonly synonyms: readonly string[];
  /** For each code that the node throws or ignores with, a sentence; `{fact}` places are filled by `fillSentence`. */
  readonly sentences: Readonly<Record<string, string>>;
}

/** The same words in a second language: the same codes, checked by the compiler. */
export type SameTexts<T extends NodeTexts> = Omit<NodeTexts, 'sentences'> & {
  readonly sentences: Readonly<Record<keyof T['sentences'], string>>;
};
