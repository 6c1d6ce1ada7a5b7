import type { Phrase, PhrasePart } from './description.js';
import { choiceWord } from '../analysis/choice-words.js';
import { nameOf, type Naming, schemaOf, withLine } from './naming.js';

const LITERAL = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/;
/** A root with its path; a key before `(` is a function, not a field. */
const REFERENCE = /(?<![\w.])([A-Za-z_]\w*)((?:\.\??[A-Za-z_]\w*(?![\w(])|\[\??(?:"[^"]*"|\d+)\])*)(?![\w(])/g;
const MACRO = /\.(?:map|filter|all|exists|exists_one)\(\s*([A-Za-z_]\w*)\s*,/g;
const DECIMAL = /\bdec\("(-?[\d.]+)"\)/g;
const KEY = /\.\??([A-Za-z_]\w*)|\[\??"?([^"\]]*)"?\]/g;

const keysOf = (path: string): readonly string[] => [...path.matchAll(KEY)].map(([, dot, index]) => dot ?? index ?? '');

const operatorWords = (code: string, { texts: { operators } }: Naming): string => {
  const words: readonly (readonly [RegExp, string])[] = [
    [/\s*&&\s*/g, operators.and],
    [/\s*\|\|\s*/g, operators.or],
    [/\s*==\s*/g, operators.equal],
    [/\s*!=\s*/g, operators.unequal],
    [/\s*>=\s*/g, operators.atLeast],
    [/\s*<=\s*/g, operators.atMost],
    [/\s*>\s*/g, operators.more],
    [/\s*<\s*/g, operators.less],
    [/\s+in\s+/g, operators.within],
    [/!(?!=)/g, operators.not],
  ];
  return words.reduce((text, [sign, word]) => text.replace(sign, word), code);
};

/** Code between text literals: references become names, operators words. */
const codeParts = (code: string, naming: Naming): readonly PhrasePart[] => {
  const parts: PhrasePart[] = [];
  let from = 0;
  for (const found of code.matchAll(REFERENCE)) {
    const name = nameOf(naming, found[1] ?? '', keysOf(found[2] ?? ''));
    if (name === undefined) continue;
    parts.push({ text: operatorWords(code.slice(from, found.index), naming) }, { text: name, isName: true });
    from = found.index + found[0].length;
  }
  return [...parts, { text: operatorWords(code.slice(from), naming) }];
};

/** `trigger.deal.outcome == ` in front of a text: what the text is one of the choices of. */
const COMPARED = /(?<![\w.])([A-Za-z_]\w*)((?:\.\??[A-Za-z_]\w*)*)\s*[=!]=\s*$/;

const quoted = (literal: string, before: string, naming: Naming): string => {
  const text = literal.slice(1, -1);
  const [, root = '', path = ''] = COMPARED.exec(before) ?? [];
  return `«${choiceWord(schemaOf(naming, root, keysOf(path)), text, naming.language) ?? text}»`;
};

/** `steps["a"]` is no text literal: its key belongs to the reference. */
const withoutKeys = (formula: string): string => formula.replace(/\[(\??)(["'])([A-Za-z_]\w*)\2\]/g, '.$1$3');

/** A formula as people read it: `dec(trigger.amount) > dec("100")` → «Сделка → Сумма» больше 100. */
export const formulaWords = (formula: string, naming: Naming): Phrase => {
  const plain = withoutKeys(formula)
    .replace(DECIMAL, '$1')
    .replace(/\bdec\(([\w.?]+)\)/g, '$1');
  const inside = [...plain.matchAll(MACRO)].reduce((all, [, line = '']) => withLine(all, line), naming);
  const pieces = plain.split(LITERAL);
  return pieces
    .flatMap((piece, index) =>
      index % 2 === 1 ? [{ text: quoted(piece, pieces[index - 1] ?? '', inside) }] : codeParts(piece, inside),
    )
    .filter(({ text }) => text !== '');
};

export const phraseText = (phrase: Phrase): string => phrase.map(({ text }) => text).join('');
