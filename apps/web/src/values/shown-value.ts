import type { JsonSchema } from '@potok/contracts';
import { choiceWord } from '@potok/scenario';
import type { EditorTexts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { formatDay, formatMoment } from '../format/dates.js';
import { formatDecimal } from '../format/money.js';
import { asSchema, itemsOf, propertiesOf, textOf } from './shape.js';

const LONGEST = 160;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

const ofText = (text: string, schema: JsonSchema, language: Language): string => {
  const chosen = choiceWord(schema, text, language);
  if (chosen !== undefined) return chosen;
  if (schema.format === 'decimal' && DECIMAL.test(text)) return formatDecimal(text, language);
  if (schema.format === 'date' && DAY.test(text)) return formatDay(text);
  if (MOMENT.test(text) && !Number.isNaN(Date.parse(text)))
    return formatMoment(text, { language, timeZone: 'Europe/Moscow' });
  return text;
};

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

interface Speech {
  readonly language: Language;
  readonly texts: EditorTexts;
}

/** Rows by their number and the first of them. */
const ofList = (rows: readonly unknown[], schema: JsonSchema, speech: Speech): string => {
  const count = speech.texts.values.data.items(rows.length);
  return rows.length === 0 ? count : `${count}: ${shownValue(rows[0], itemsOf(schema), speech)}`;
};

/** Fields by their titles, those first that the schema names. */
const ofFields = (fields: JsonSchema, schema: JsonSchema, speech: Speech): string => {
  const known = propertiesOf(schema).map(([key]) => key);
  const keys = [...new Set([...known, ...Object.keys(fields)])].filter((key) => (fields[key] ?? '') !== '');
  const told = keys.map((key) => {
    const inner = asSchema(asSchema(schema.properties)?.[key]) ?? {};
    return `${textOf(inner.title) ?? key}: ${shownValue(fields[key], inner, speech)}`;
  });
  return told.length === 0 ? speech.texts.values.empty : told.join(', ');
};

/** A value on one line, money and dates as people write them; lists and objects told by the titles of their fields. */
export const shownValue = (value: unknown, schema: JsonSchema | undefined, speech: Speech): string => {
  const { language, texts } = speech;
  const known = asSchema(schema) ?? {};
  if (value === undefined || value === null) return texts.values.empty;
  if (typeof value === 'string') return cut(ofText(value, known, language));
  if (typeof value === 'boolean') return value ? texts.values.yes : texts.values.no;
  if (Array.isArray(value)) return cut(ofList(value, known, speech));
  const fields = asSchema(value);
  return cut(fields === undefined ? JSON.stringify(value) : ofFields(fields, known, speech));
};

/** What a schema says of a value, in a word. */
export const typeWord = (schema: JsonSchema, { values }: EditorTexts): string => {
  const { type, format } = schema;
  const known = typeof format === 'string' ? values.types[format] : undefined;
  return known ?? (typeof type === 'string' ? values.types[type] : undefined) ?? values.types.any ?? '';
};

/** The same for a type of a formula: `list<$steps.deal.lines.item>`. */
export const celTypeWord = (type: string, { values }: EditorTexts): string => {
  const plain = /^optional<(.*)>$/.exec(type)?.[1] ?? type;
  if (plain.startsWith('list')) return values.types.array ?? plain;
  if (plain.startsWith('$') || plain.startsWith('map')) return values.types.object ?? plain;
  return values.types[plain] ?? plain;
};
