import type { EntitySet } from '../model/entity-set.js';
import { navigationLinks, plainText, type Projected } from '../query/project.js';
import type { JsonList } from './json-answer.js';
import { ATOM, DATA, escapeXml, METADATA } from './xml.js';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = `xmlns="${ATOM}" xmlns:d="${DATA}" xmlns:m="${METADATA}"`;
const LINK_TYPE = 'application/atom+xml;type=entry;charset=utf-8';

export const atomEntity = (root: string, set: EntitySet, projected: Projected): string =>
  `${PROLOGUE}${entry(root, { set, projected, attributes: NAMESPACES })}`;

export const atomFeed = (root: string, set: EntitySet, { items, total }: JsonList): string =>
  `${PROLOGUE}<feed ${NAMESPACES} xml:base="${escapeXml(root)}"><id>${escapeXml(root + set.name)}</id><title type="text"/>` +
  items.map((one) => entry(root, { set, projected: one })).join('') +
  `${total === undefined ? '' : `<m:count>${String(total)}</m:count>`}</feed>`;

interface Entry {
  readonly set: EntitySet;
  readonly projected: Projected;
  /** Namespaces stand on an entry only when it is the whole document. */
  readonly attributes?: string;
}

const entry = (root: string, { set, projected, attributes }: Entry): string => {
  const key = typeof projected.Ref_Key === 'string' ? `(guid'${projected.Ref_Key}')` : '';
  const address = `${set.name}${key}`;
  return (
    `<entry${attributes === undefined ? '' : ` ${attributes}`}><id>${escapeXml(root + address)}</id>` +
    `<category term="StandardODATA.${set.name}" scheme="${DATA}/scheme"/><title type="text"/><author/><summary/>` +
    navigation(set, projected) +
    `<link rel="edit" href="${escapeXml(address)}" title="edit link"/>` +
    `<content type="application/xml"><m:properties>${properties(set.name, projected)}</m:properties></content></entry>`
  );
};

const navigation = (set: EntitySet, projected: Projected): string =>
  Object.entries(navigationLinks(set, projected))
    .map(([key, href]) => {
      const name = key.slice(0, key.indexOf('@'));
      const target = escapeXml(String(href));
      return `<link rel="${DATA}/related/${name}" href="${target}" type="${LINK_TYPE}" title="${name}"/>`;
    })
    .join('');

const properties = (type: string, values: Projected): string =>
  Object.entries(values)
    .map(([name, value]) => property(`${type}_${name}_RowType`, name, value))
    .join('');

const property = (rowType: string, name: string, value: unknown): string => {
  if (value === null || value === undefined) return `<d:${name} m:null="true"/>`;
  if (Array.isArray(value)) {
    const rows = value.map(
      (row: Projected) => `<d:element m:type="StandardODATA.${rowType}">${properties(rowType, row)}</d:element>`,
    );
    return `<d:${name} m:type="Collection(StandardODATA.${rowType})">${rows.join('')}</d:${name}>`;
  }
  if (typeof value === 'object') return `<d:${name}>${properties(rowType, value as Projected)}</d:${name}>`;
  const text = escapeXml(plainText(value));
  return text === '' ? `<d:${name}/>` : `<d:${name}>${text}</d:${name}>`;
};

export const atomError = (code: number, sentence: string): string =>
  `${PROLOGUE}<m:error xmlns:m="${METADATA}"><m:code>${String(code)}</m:code>` +
  `<m:message xml:lang="ru">${escapeXml(sentence)}</m:message></m:error>`;
