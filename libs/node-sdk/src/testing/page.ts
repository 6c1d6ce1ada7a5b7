import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { JsonSchema } from '@potok/contracts';
import { codesOf } from '../schema.js';
import type { AnyDefinition } from '../types.js';

const README_PARTS = ['What', 'Input', 'Output', 'Undo', 'Limits'];
const MAX_ICON_BYTES = 4096;

/** The promises that hold for every folder, whatever lies in it: schemas, README, icon. */
export const promisePage = (definition: AnyDefinition, folder: string): void => {
  it('has closed schemas, a description at every field and a title at those of its form', () => {
    const form = definition.kind === 'trigger' ? definition.params : definition.input;
    expect([...faultsOfSchema(form, 'input'), ...faultsOfSchema(definition.output, 'output')]).toEqual([]);
    expect(untitledIn(form)).toEqual([]);
  });
  it('says What, Input, Output, Undo and Limits in its README', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(README_PARTS.filter((part) => !new RegExp(`^## ${part}\\n+[^\\n#]`, 'm').test(readme))).toEqual([]);
  });
  it('has a square icon under 4 KB', () => {
    const icon = readFileSync(join(folder, 'icon.svg'), 'utf8');
    const [, width, height] = /^<svg[^>]*\sviewBox="0 0 (\d+) (\d+)"/.exec(icon) ?? [];
    expect(width).toBeDefined();
    expect(height).toBe(width);
    expect(Buffer.byteLength(icon)).toBeLessThan(MAX_ICON_BYTES);
    expect(icon).not.toMatch(/<script|\son\w+=|href=/i);
  });
};

/** Names every object that is open, every field that is not described and every choice that has no words. A map (`Record`) and a field that the author's own schema fills are meant to be open. */
export const faultsOfSchema = (schema: unknown, at: string): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, additionalProperties, items, anyOf, ui } = schema as JsonSchema;
  const isOurs = typeof properties === 'object' && !hasAuthorsFields(ui);
  const open = type === 'object' && isOurs && additionalProperties !== false ? [`${at} is open`] : [];
  const fields = Object.entries((properties ?? {}) as Record<string, JsonSchema>);
  const mute = fields
    .filter(([, field]) => !isSaid(field['description']))
    .map(([name]) => `${at}/${name} is not described`);
  const inner = fields.flatMap(([name, field]) => faultsOfSchema(field, `${at}/${name}`));
  const choices = Array.isArray(anyOf)
    ? anyOf.flatMap((choice, index) => faultsOfSchema(choice, `${at}(${index})`))
    : [];
  return [
    ...open,
    ...mute,
    ...wordless(schema as JsonSchema, at),
    ...inner,
    ...faultsOfSchema(items, `${at}[]`),
    ...choices,
  ];
};

const wordless = (schema: JsonSchema, at: string): readonly string[] => {
  const { choices } = (schema['ui'] ?? {}) as { readonly choices?: unknown };
  return codesOf(schema).length > 0 && choices === undefined ? [`${at} has choices without words`] : [];
};

const hasAuthorsFields = (ui: unknown): boolean => typeof ui === 'object' && ui !== null && 'schemaFrom' in ui;

/** Fields of the form that have no label. */
const untitledIn = (form: JsonSchema): readonly string[] =>
  Object.entries(form['properties'] as Record<string, JsonSchema>)
    .filter(([, field]) => !isSaid(field['title']))
    .map(([name]) => name);

const isSaid = (word: unknown): boolean => typeof word === 'string' && word !== '';
