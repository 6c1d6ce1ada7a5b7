import { fieldsOf, type Step } from '../xml/fields.js';
import type { In } from '../xml/in.js';
import { leaf, wrap } from '../xml/out.js';
import type { DocumentReference, InfoField, InfoModel } from './reference.js';

const reference = fieldsOf<DocumentReference>();
const composers: Step<DocumentReference> = {
  put(value, out) {
    for (const inn of value.composerInns ?? []) {
      const id = leaf(inn.length === 10 ? 'ИННЮЛ' : 'ИННФЛ', inn);
      out.children.push(wrap('РеквИдРекСост', id));
    }
  },
  take(from, into) {
    const inns = from.children('РеквИдРекСост', innOf).filter((inn) => inn !== undefined);
    if (inns.length > 0) into.composerInns = inns;
  },
};
const innOf = (from: In): string | undefined =>
  from.child('ИННЮЛ', (inn) => inn.text) ?? from.child('ИННФЛ', (inn) => inn.text);

/** РеквДокТип */
export const referenceSteps: readonly Step<DocumentReference>[] = [
  reference.text('name', 'РеквНаимДок'),
  reference.text('number', 'РеквНомерДок'),
  reference.date('date', 'РеквДатаДок'),
  reference.text('fileId', 'РеквИдФайлДок'),
  reference.text('id', 'РеквИдДок'),
  reference.text('storage', 'РИдСистХранД'),
  reference.text('url', 'РеквУРЛСистДок'),
  reference.text('note', 'РеквДопСведДок'),
  composers,
];

const infoField = fieldsOf<InfoField>();
/** ТекстИнфТип */
export const infoFieldSteps: readonly Step<InfoField>[] = [
  infoField.text('key', 'Идентиф'),
  infoField.text('value', 'Значен'),
];

const info = fieldsOf<InfoModel>();
/** ИнфПолФХЖ1, ИнфПолФХЖ3, ИнфПолФХЖ4 */
export const infoSteps: readonly Step<InfoModel>[] = [
  info.text('fileId', 'ИдФайлИнфПол'),
  info.list('fields', 'ТекстИнф', infoFieldSteps),
  { put: () => undefined, take: (_, into) => void (into.fields ??= []) },
];
