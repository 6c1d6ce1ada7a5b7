import { SaxesParser } from 'saxes';

/** XML as the stand-in reads and writes it: elements, attributes, text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Attributes = Readonly<Record<string, string | undefined>>;

export const element = (
  name: string,
  attributes: Attributes = {},
  inside: readonly Element[] | string = [],
): Element => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  ),
  children: typeof inside === 'string' ? [] : inside,
  text: typeof inside === 'string' ? inside : '',
});

const decoder = new TextDecoder('windows-1251');
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));

/** Characters outside windows-1251 become numeric references, as the formats allow. */
export const writeWindows1251 = (root: Element): Buffer => {
  const text = `<?xml version="1.0" encoding="windows-1251"?>${render(root)}`;
  const pieces = Array.from(text, (char) => byteOf.get(char) ?? `&#${char.codePointAt(0) ?? 0};`);
  return Buffer.concat(
    pieces.map((piece) => (typeof piece === 'number' ? Buffer.of(piece) : Buffer.from(piece, 'ascii'))),
  );
};

export const renderUtf8 = (root: Element): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${render(root)}`, 'utf8');

const render = ({ name, attributes, children, text }: Element): string => {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)].join(' ');
  const inside = children.map(render).join('') + escape(text);
  return inside === '' ? `<${head}/>` : `<${head}>${inside}</${name}>`;
};

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark).replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);

const MAX_DEPTH = 64;

/** Undefined when the bytes are no well-formed XML in windows-1251 or UTF-8; a DOCTYPE is refused, so no entity but the five exists. */
export const readXml = (bytes: Uint8Array): Element | undefined => {
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [];
  let root: Element | undefined;
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new Error('DOCTYPE');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) throw new Error('depth');
    open.push({ name, attributes, children: [], text: '' });
  });
  parser.on('text', (piece) => {
    const top = open.at(-1);
    if (top) top.text += piece;
  });
  parser.on('closetag', () => {
    const done = open.pop();
    const parent = open.at(-1);
    if (done && parent) parent.children.push(done);
    else root = done;
  });
  try {
    parser.write(textOf(bytes)).close();
    return root;
  } catch {
    return undefined;
  }
};

/** Text of the file by its own declaration. */
export const textOf = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /encoding=["']windows-1251["']/i.test(head) ? decoder.decode(bytes) : new TextDecoder('utf-8').decode(bytes);
};

/** The element down a path of names. */
export const find = (from: Element | undefined, path: string): Element | undefined =>
  path.split('/').reduce<Element | undefined>((at, name) => at?.children.find((child) => child.name === name), from);

export const attributeOf = (from: Element | undefined, name: string): string | undefined => from?.attributes[name];
