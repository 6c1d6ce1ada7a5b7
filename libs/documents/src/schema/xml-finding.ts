import type { FaultFacts } from '@potok/contracts';

/** What a schema refuses: where (XPath of the element, with the attribute) and why. */
export interface XmlFinding {
  /** A key of the texts: XSD_VALUE, XSD_MISSING_ATTRIBUTE, XSD_UNEXPECTED_ELEMENT… */
  readonly code: string;
  /** `/Файл/Документ/ТаблСчФакт/СведТов[1]/@НалСт`; empty for the whole file. */
  readonly field: string;
  readonly facts: FaultFacts;
}

interface Detail {
  readonly message: string;
  readonly level: number;
  readonly line: number;
  readonly xpath?: string;
}

interface Rule {
  readonly code: string;
  readonly pattern: RegExp;
  readonly facts: readonly string[];
}
/** libxml2 speaks English sentences; these are its forms. What is not recognised keeps its words as `technical`. */
const RULES: readonly Rule[] = [
  {
    code: 'XSD_TOO_LONG',
    pattern: /\[facet 'maxLength'\].*length of '(\d+)'.*length of '(\d+)'/s,
    facts: ['length', 'limit'],
  },
  { code: 'XSD_EMPTY', pattern: /\[facet 'minLength'\] The value ''/, facts: [] },
  {
    code: 'XSD_TOO_SHORT',
    pattern: /\[facet 'minLength'\].*length of '(\d+)'.*length of '(\d+)'/s,
    facts: ['length', 'limit'],
  },
  {
    code: 'XSD_LENGTH',
    pattern: /\[facet 'length'\].*length of '(\d+)'.*length of '(\d+)'/s,
    facts: ['length', 'limit'],
  },
  {
    code: 'XSD_ENUMERATION',
    pattern: /\[facet 'enumeration'\] The value '(.*)' is not an element of the set \{(.*)\}/s,
    facts: ['value', 'allowed'],
  },
  { code: 'XSD_VALUE', pattern: /\[facet '(\w+)'\] The value '(.*)' /s, facts: ['facet', 'value'] },
  { code: 'XSD_VALUE', pattern: /'(.*)' is not a valid value of (?:the|a) \w+ type '(.*)'/s, facts: ['value', 'type'] },
  { code: 'XSD_MISSING_ATTRIBUTE', pattern: /The attribute '(.*)' is required but missing/, facts: ['attribute'] },
  { code: 'XSD_UNKNOWN_ATTRIBUTE', pattern: /The attribute '(.*)' is not allowed/, facts: ['attribute'] },
  {
    code: 'XSD_UNEXPECTED_ELEMENT',
    pattern: /This element is not expected\.(?: Expected is(?: one of)? \( (.*) \))?/,
    facts: ['expected'],
  },
  {
    code: 'XSD_MISSING_ELEMENT',
    pattern: /Missing child element\(s\)\.(?: Expected is(?: one of)? \( (.*) \))?/,
    facts: ['expected'],
  },
];

export const findingOf = (detail: Detail): XmlFinding => {
  const { message, line } = detail;
  const attribute = /attribute '([^']+)':/.exec(message)?.[1];
  const field = `${detail.xpath ?? ''}${attribute === undefined ? '' : `/@${attribute}`}`;
  const where = { element: /^Element '([^']+)'/.exec(message)?.[1] ?? '', attribute: attribute ?? '', line };
  if (detail.xpath === undefined) return { code: 'XML_BROKEN', field, facts: { line, technical: message.trim() } };
  for (const { code, pattern, facts } of RULES) {
    const found = pattern.exec(message);
    if (found !== null) return { code, field, facts: { ...where, ...named(facts, found) } };
  }
  return { code: 'XSD_OTHER', field, facts: { ...where, technical: message.trim().slice(0, 500) } };
};

const named = (names: readonly string[], found: RegExpExecArray): FaultFacts =>
  Object.fromEntries(names.map((name, at) => [name, (found[at + 1] ?? '').slice(0, 200)]));
