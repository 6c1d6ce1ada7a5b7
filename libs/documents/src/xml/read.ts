import { NodeFault } from '@potok/contracts';
import { SaxesParser } from 'saxes';
import type { XmlElement } from './element.js';
import { decodeWindows1251 } from './windows-1251.js';

/** Beyond these a file is refused before it can hurt. A title of 100,000 lines is about 40 MB. */
export const XML_LIMITS = { sizeBytes: 64 * 1024 * 1024, depth: 64, elements: 3_000_000 } as const;

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads a small part of XML on purpose: elements, attributes, text; windows-1251 and UTF-8. A DOCTYPE is refused, so no
 * entity but the five of XML exists. Throws XML_TOO_BIG, XML_HAS_DTD, XML_TOO_DEEP, XML_ENCODING, XML_BROKEN (invalid).
 */
export const readXml = (bytes: Uint8Array): XmlElement => {
  const text = decodeXml(bytes);
  const parser = new SaxesParser();
  const collector = collect();
  parser.on('doctype', () => {
    throw new NodeFault('invalid', 'XML_HAS_DTD');
  });
  parser.on('error', (error) => {
    throw new NodeFault('invalid', 'XML_BROKEN', { facts: { line: parser.line, column: parser.column }, cause: error });
  });
  parser.on('opentag', (tag) => collector.open(tag.name, tag.attributes));
  parser.on('text', (piece) => collector.text(piece));
  parser.on('cdata', (piece) => collector.text(piece));
  parser.on('closetag', () => collector.close());
  parser.write(text).close();
  return collector.root();
};

/** Text of the file by its own declaration. */
export const decodeXml = (bytes: Uint8Array): string => {
  if (bytes.byteLength > XML_LIMITS.sizeBytes) {
    throw new NodeFault('invalid', 'XML_TOO_BIG', {
      facts: { sizeBytes: bytes.byteLength, limitBytes: XML_LIMITS.sizeBytes },
    });
  }
  const head = decodeWindows1251(bytes.subarray(0, 200));
  const encoding = (/^\s*<\?xml[^>]*?encoding=["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? 'utf-8').toLowerCase();
  if (encoding === 'windows-1251' || encoding === 'cp1251') return decodeWindows1251(bytes);
  if (encoding === 'utf-8' || encoding === 'utf8') return decodeUtf8(bytes);
  throw new NodeFault('invalid', 'XML_ENCODING', { facts: { encoding } });
};

const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NodeFault('invalid', 'XML_ENCODING', { facts: { encoding: 'utf-8' }, cause });
  }
};

const collect = () => {
  const path: Open[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  return {
    open(name: string, attributes: Record<string, string>): void {
      count += 1;
      if (path.length >= XML_LIMITS.depth || count > XML_LIMITS.elements)
        throw new NodeFault('invalid', 'XML_TOO_DEEP');
      path.push({ name, attributes, children: [], text: '' });
    },
    text(piece: string): void {
      const top = path.at(-1);
      if (top !== undefined) top.text += piece;
    },
    close(): void {
      const done = path.pop();
      if (done === undefined) return;
      const element: XmlElement = { ...done, text: done.children.length > 0 ? '' : done.text };
      const parent = path.at(-1);
      if (parent === undefined) root = element;
      else parent.children.push(element);
    },
    root(): XmlElement {
      if (root === undefined) throw new NodeFault('invalid', 'XML_BROKEN', { facts: { line: 1, column: 0 } });
      return root;
    },
  };
};
