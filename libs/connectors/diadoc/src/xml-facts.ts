/** What the connector reads of a service file or a buyer's title to name the event; the full reading is the documents' business. */
export interface XmlFacts {
  /** КодИтога of a buyer's title: 1 accepted, 2 with discrepancies, 3 not accepted. */
  readonly outcomeCode?: string;
  /** The other side's words in a notice of clarification, a rejection or a proposal of annulment. */
  readonly reason?: string;
}
interface Tag {
  readonly name: string;
  readonly inside: string;
  /** Where the text after the tag begins. */
  readonly endsAt: number;
}

const REASON_TAGS = new Set(['ТекстУведУточ', 'ТекстПредАн']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the facts of a file of the order; tags are walked one by one, so nothing inside a value is taken for markup. */
export const readXmlFacts = (bytes: Uint8Array): XmlFacts => {
  const xml = decodeXml(bytes);
  let facts: XmlFacts = {};
  for (const tag of tagsOf(xml)) {
    const outcomeCode = tag.name === 'КодСодОпер' ? attributeOf(tag.inside, 'КодИтога') : undefined;
    if (outcomeCode !== undefined) facts = { ...facts, outcomeCode };
    if (REASON_TAGS.has(tag.name)) facts = { ...facts, reason: textAt(xml, tag.endsAt) };
  }
  return facts;
};

const decodeXml = (bytes: Uint8Array): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).toLowerCase();
  return new TextDecoder(head.includes('windows-1251') ? 'windows-1251' : 'utf-8').decode(bytes);
};

function* tagsOf(xml: string): Generator<Tag> {
  let at = xml.indexOf('<');
  while (at >= 0) {
    const skipped = skipSpecial(xml, at);
    const end = skipped ?? tagEnd(xml, at);
    if (end < 0) return;
    if (skipped === undefined) {
      const inside = xml.slice(at + 1, end - 1);
      yield { name: (/^[^\s/>]*/.exec(inside) ?? [''])[0], inside, endsAt: end };
    }
    at = xml.indexOf('<', end);
  }
}

const SPECIAL = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const skipSpecial = (xml: string, at: number): number | undefined => {
  const special = SPECIAL.find(([open]) => xml.startsWith(open, at));
  if (special === undefined) return undefined;
  const end = xml.indexOf(special[1], at);
  return end < 0 ? -1 : end + special[1].length;
};

const tagEnd = (xml: string, at: number): number => {
  let quote = '';
  for (let here = at; here < xml.length; here += 1) {
    const sign = xml.charAt(here);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return here + 1;
  }
  return -1;
};

const attributeOf = (inside: string, name: string): string | undefined => {
  const found = [...inside.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].find(([, known]) => known === name);
  return found === undefined ? undefined : unescapeXml(found[2] ?? found[3] ?? '');
};

const textAt = (xml: string, at: number): string => {
  const end = xml.indexOf('<', at);
  return unescapeXml(xml.slice(at, end < 0 ? xml.length : end)).trim();
};

const unescapeXml = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
