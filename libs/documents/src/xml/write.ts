import type { XmlElement } from './element.js';
import { encodeWindows1251, isWindows1251 } from './windows-1251.js';

/**
 * Serialises to windows-1251 bytes without indentation. Text must be writable (`findUnwritable`). Written by hand, as
 * xmlbuilder2 takes a literal `&lt;` in a code of marking for an entity, and needs seconds for 5,000 lines.
 */
export const writeXml = (root: XmlElement): Uint8Array => {
  const pieces = ['<?xml version="1.0" encoding="windows-1251"?>'];
  writeElement(root, pieces);
  return encodeWindows1251(pieces.join(''));
};

const writeElement = ({ name, attributes, children, text }: XmlElement, pieces: string[]): void => {
  pieces.push('<', name);
  for (const [key, value] of Object.entries(attributes)) pieces.push(' ', key, '="', escape(value), '"');
  if (text === '' && children.length === 0) {
    pieces.push('/>');
    return;
  }
  pieces.push('>', escape(text));
  for (const child of children) writeElement(child, pieces);
  pieces.push('</', name, '>');
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Markup goes as entities; a break (read back as a space otherwise) and what windows-1251 has not, as references. */
const escape = (text: string): string =>
  text.replace(/[&<>"]|[^ -~А-яЁё]/g, (character) => {
    const isPlain = character >= ' ' && isWindows1251(character);
    return ENTITIES[character] ?? (isPlain ? character : `&#${character.charCodeAt(0)};`);
  });
