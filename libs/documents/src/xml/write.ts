import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { XmlElement } from './element.js';
import { encodeWindows1251, isWindows1251 } from './windows-1251.js';

/** Serialises to windows-1251 bytes without indentation. Text must be writable (`findUnwritable`). */
export const writeXml = (root: XmlElement): Uint8Array => {
  const document = create({ version: '1.0', encoding: 'windows-1251' });
  add(document, root);
  return encodeWindows1251(document.end());
};

const add = (parent: XMLBuilder, { name, attributes, children, text }: XmlElement): void => {
  const values = Object.entries(attributes).map(([key, value]) => [key, asReferences(value)]);
  const element = parent.ele(name, Object.fromEntries(values) as Record<string, string>);
  if (text !== '') element.txt(asReferences(text));
  for (const child of children) add(element, child);
};

/**
 * What the library leaves to us. It takes a literal `&lt;` in a value (a code of marking may hold one) for an entity that
 * is already written, a break in an attribute would be read back as a space, and some signs are not in windows-1251.
 */
const asReferences = (text: string): string =>
  text.replace(/&|[^ -~А-яЁё]/g, (character) => {
    if (character === '&') return '&amp;';
    const isPlain = character >= ' ' && isWindows1251(character);
    return isPlain ? character : `&#${character.charCodeAt(0)};`;
  });
