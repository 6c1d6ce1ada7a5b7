import type { TSchema } from '@sinclair/typebox';
import { NodeFault } from '@potok/contracts';
import { findUnwritable } from '../xml/writable.js';
import { fieldName, type FieldName } from './field-name.js';

export interface UnwritableCharacter extends FieldName {
  /** JSON pointer of the field. */
  readonly field: string;
  readonly character: string;
  /** `U+1F600` */
  readonly codePoint: string;
}

/** Every string of a model that a file cannot carry, by field; at most a hundred. */
export const findUnwritableCharacters = (schema: TSchema, model: unknown): readonly UnwritableCharacter[] => {
  const found: { field: string; character: string }[] = [];
  walk(model, '', found);
  return found.map(({ field, character }) => ({
    field,
    ...fieldName(schema, field),
    character,
    codePoint: codePointOf(character),
  }));
};

/** Throws CHARACTER_UNWRITABLE (invalid) with field and character of the first one. */
export const demandWritable = (schema: TSchema, model: unknown): void => {
  const [first] = findUnwritableCharacters(schema, model);
  if (first !== undefined) throw new NodeFault('invalid', 'CHARACTER_UNWRITABLE', { facts: { ...first } });
};

const walk = (value: unknown, field: string, found: { field: string; character: string }[]): void => {
  if (found.length >= 100) return;
  if (typeof value === 'string') {
    const character = findUnwritable(value);
    if (character !== undefined) found.push({ field, character });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) walk(inner, `${field}/${key}`, found);
  }
};

const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
