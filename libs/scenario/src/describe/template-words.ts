import type { Phrase, PhrasePart } from './description.js';
import { formulaWords, phraseText } from './formula-words.js';
import { type Naming } from './naming.js';

const TAG = /\{\{\{?\s*([#/]?)\s*([^}]*?)\s*\}\}\}?/g;
const WORD = /"[^"]*"|'[^']*'|\([^()]*\)|[^\s()]+/g;

const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

const valueText = (word: string, naming: Naming): string => {
  if (/^["']/.test(word)) return `«${word.slice(1, -1)}»`;
  if (word.startsWith('(')) return helperText(wordsOf(word.slice(1, -1)), naming);
  return phraseText(formulaWords(word, naming));
};

const helperText = (words: readonly string[], naming: Naming): string => {
  const { tpl } = naming.texts;
  const [name = '', first = '', second = ''] = words;
  if (words.length === 1) return valueText(name, naming);
  if (name === 'eq') return tpl.equal(valueText(first, naming), valueText(second, naming));
  if (name === 'def') return tpl.def(valueText(first, naming), valueText(second, naming));
  return valueText(first, naming);
};

const blockPart = (text: string, naming: Naming): PhrasePart => {
  const [name = '', ...rest] = wordsOf(text);
  const said = helperText(rest, naming);
  return { text: name === 'each' ? naming.texts.tpl.each(said) : naming.texts.tpl.if(said) };
};

const tagPart = (sign: string, text: string, naming: Naming): PhrasePart => {
  if (sign === '/') return { text: naming.texts.tpl.end };
  if (sign === '#') return blockPart(text, naming);
  if (text === 'else') return { text: naming.texts.tpl.else };
  return { text: helperText(wordsOf(text), naming), isName: true };
};

/** A Handlebars text with names in the places of its tags. */
export const templateWords = (template: string, naming: Naming): Phrase => {
  const parts: PhrasePart[] = [];
  let from = 0;
  for (const tag of template.matchAll(TAG)) {
    parts.push({ text: template.slice(from, tag.index) }, tagPart(tag[1] ?? '', tag[2] ?? '', naming));
    from = tag.index + tag[0].length;
  }
  return [...parts, { text: template.slice(from) }].filter(({ text }) => text !== '');
};
