import type { FaultFacts } from '@potok/contracts';
import { fact } from '../fact.js';
import type { texts as russian } from './texts.ru.js';

const where = (facts: FaultFacts): string => {
  const attribute = fact(facts, 'attribute');
  return attribute === '' ? fact(facts, 'element') : `${fact(facts, 'element')}/@${attribute}`;
};

export const texts = {
  XML_TOO_BIG: (f) => `The file is larger than ${fact(f, 'limitBytes')} bytes. Split the document.`,
  XML_HAS_DTD: () => 'The file has a DOCTYPE, which documents of the exchange never have. It is not read.',
  XML_TOO_DEEP: () => 'The file is nested too deep or has too many elements. It is no document of the exchange.',
  XML_ENCODING: (f) => `The encoding “${fact(f, 'encoding')}” does not fit. windows-1251 or UTF-8 is needed.`,
  XML_BROKEN: (f) => `The file is broken: it is not XML (line ${fact(f, 'line')}). Get it anew.`,
  XSD_BROKEN: () => 'The schema of the format is broken. Tell the developers.',
  XSD_TOO_LONG: (f) => `${where(f)}: ${fact(f, 'length')} characters, at most ${fact(f, 'limit')} are allowed.`,
  XSD_TOO_SHORT: (f) => `${where(f)}: ${fact(f, 'length')} characters, at least ${fact(f, 'limit')} are needed.`,
  XSD_EMPTY: (f) => `${where(f)}: the value is empty. Fill it in or leave it out.`,
  XSD_LENGTH: (f) => `${where(f)}: ${fact(f, 'length')} characters, exactly ${fact(f, 'limit')} are needed.`,
  XSD_ENUMERATION: (f) => `${where(f)}: “${fact(f, 'value')}” is not in the format's list (${fact(f, 'allowed')}).`,
  XSD_VALUE: (f) => `${where(f)}: the value “${fact(f, 'value')}” has a wrong form.`,
  XSD_MISSING_ATTRIBUTE: (f) => `${fact(f, 'element')}: ${fact(f, 'attribute')} is required but missing.`,
  XSD_UNKNOWN_ATTRIBUTE: (f) => `${fact(f, 'element')}: the format has no ${fact(f, 'attribute')}. Remove it.`,
  XSD_UNEXPECTED_ELEMENT: (f) => `The element ${fact(f, 'element')} is out of place. Expected: ${fact(f, 'expected')}.`,
  XSD_MISSING_ELEMENT: (f) => `${fact(f, 'element')}: an inner element is missing: ${fact(f, 'expected')}.`,
  XSD_OTHER: (f) => `${where(f)}: the file does not fit the schema. ${fact(f, 'technical')}`,
  TITLE_UNKNOWN: (f) =>
    `This is another document: КНД “${fact(f, 'knd')}”, version “${fact(f, 'version')}”; expected ${fact(f, 'expectedKnd')}, ${fact(f, 'expectedVersion')}.`,
  TITLE_UNREADABLE: () => 'The content cannot be read: required values are missing. Check the file by its schema.',
  FILE_NAME_PART: (f) => `The file cannot be named: ${fact(f, 'part')} “${fact(f, 'value')}” is wrong. Check the box.`,
} satisfies Readonly<Record<keyof typeof russian, (facts: FaultFacts) => string>>;
