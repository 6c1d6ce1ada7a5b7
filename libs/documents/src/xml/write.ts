import { createCB } from 'xmlbuilder2';
import type { XmlElement } from './element.js';
import { encodeWindows1251 } from './windows-1251.js';

type Sink = ReturnType<typeof createCB>;

/** Serialises to windows-1251 bytes without indentation. Text must be free of foreign characters (RangeError otherwise). */
export const writeXml = (root: XmlElement): Uint8Array => {
  const pieces: string[] = [];
  const sink = createCB({ data: (piece: string) => pieces.push(piece) });
  sink.dec({ version: '1.0', encoding: 'windows-1251' });
  writeElement(sink, root);
  sink.end();
  return encodeWindows1251(keepBreaks(pieces.join('')));
};

const writeElement = (sink: Sink, element: XmlElement): void => {
  const attributes = Object.entries(element.attributes).map(([name, value]) => [name, escapeAmpersand(value)]);
  sink.ele(element.name, Object.fromEntries(attributes) as Record<string, string>);
  if (element.text !== '') sink.txt(escapeAmpersand(element.text));
  for (const child of element.children) writeElement(sink, child);
  sink.up();
};

/** xmlbuilder2 takes `&amp;` in a value for an entity and leaves it alone, so that a literal `&lt;` in a code would change. */
const escapeAmpersand = (text: string): string => text.replaceAll('&', '&amp;');

/** A raw line break in an attribute is read back as a space; all breaks here stem from values, as nothing is indented. */
const keepBreaks = (xml: string): string => xml.replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
