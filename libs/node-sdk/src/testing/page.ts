import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { JsonSchema } from '@potok/contracts';
import type { AnyDefinition } from '../types.js';

const README_PARTS = ['What', 'Input', 'Output', 'Undo', 'Limits'];
const MAX_ICON_BYTES = 4096;

/** The promises that hold for every folder, whatever lies in it: schemas, README, icon. */
export const promisePage = (definition: AnyDefinition, folder: string): void => {
  it('has closed schemas with a title and a description at every field', () => {
    const schemas = [definition.kind === 'trigger' ? definition.params : definition.input, definition.output];
    expect(schemas.flatMap((schema, at) => faultsOf(schema, at === 0 ? 'input' : 'output'))).toEqual([]);
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

/** Names every object that is open and every field that is not described. A map (`Record`) and a field that the author's own schema fills are meant to be open. */
const faultsOf = (schema: unknown, at: string): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, additionalProperties, items, anyOf, ui } = schema as JsonSchema;
  const isOurs = typeof properties === 'object' && !hasAuthorsFields(ui);
  const open = type === 'object' && isOurs && additionalProperties !== false ? [`${at} is open`] : [];
  const fields = Object.entries((properties ?? {}) as Record<string, JsonSchema>);
  const mute = fields.filter(([, field]) => !isDescribed(field)).map(([name]) => `${at}/${name} is not described`);
  const inner = fields.flatMap(([name, field]) => faultsOf(field, `${at}/${name}`));
  const choices = Array.isArray(anyOf) ? anyOf.flatMap((choice, index) => faultsOf(choice, `${at}(${index})`)) : [];
  return [...open, ...mute, ...inner, ...faultsOf(items, `${at}[]`), ...choices];
};

const hasAuthorsFields = (ui: unknown): boolean => typeof ui === 'object' && ui !== null && 'schemaFrom' in ui;

const isDescribed = (field: JsonSchema): boolean =>
  [field['title'], field['description']].every((word) => typeof word === 'string' && word !== '');
