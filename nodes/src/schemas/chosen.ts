import { Type as t } from '@sinclair/typebox';
import { said } from './said.js';

interface Words {
  readonly ru: string;
  readonly en: string;
}

/** One of several codes, each with the word that people read in its place. */
export const chosen = <const K extends string>(
  words: Readonly<Record<K, Words>>,
  { title, description }: { readonly title: string; readonly description: string },
) =>
  t.Union(
    (Object.keys(words) as K[]).map((code) => t.Literal(code)),
    said(title, description, { choices: words }),
  );
