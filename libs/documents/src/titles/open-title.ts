import { NodeFault } from '@potok/contracts';
import type { XmlElement } from '../xml/element.js';
import { dateOfRussian, timeOfRussian, type Moment } from '../xml/moments.js';

/** A title as it was read. `unread` names elements and attributes that the model has no place for; the bytes keep them. */
export interface ParsedTitle<T> {
  readonly model: T;
  readonly fileId: string;
  readonly formedAt: Moment;
  readonly unread: readonly string[];
}

/** Файл/Документ of a known КНД and version; throws TITLE_UNKNOWN (invalid) for any other. */
export const openTitle = (
  root: XmlElement,
  expected: { readonly knd: string; readonly version: string },
): { readonly document: XmlElement; readonly fileId: string } => {
  const document = root.children.find((child) => child.name === 'Документ');
  const facts = {
    knd: document?.attributes['КНД'] ?? '',
    version: root.attributes['ВерсФорм'] ?? '',
    expectedKnd: expected.knd,
    expectedVersion: expected.version,
  };
  const isExpected = facts.knd === expected.knd && facts.version === expected.version;
  if (root.name !== 'Файл' || document === undefined || !isExpected) {
    throw new NodeFault('invalid', 'TITLE_UNKNOWN', { facts });
  }
  return { document, fileId: root.attributes['ИдФайл'] ?? '' };
};

/** Takes the two attributes of the moment of making off the document. */
export const takeMoment = (
  document: XmlElement,
  dateName: string,
  timeName: string,
): { readonly made: Moment; readonly rest: XmlElement } => {
  const { [dateName]: date = '', [timeName]: time = '', ...attributes } = document.attributes;
  return { made: { date: dateOfRussian(date), time: timeOfRussian(time) }, rest: { ...document, attributes } };
};
