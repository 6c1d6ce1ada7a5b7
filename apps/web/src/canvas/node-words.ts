import type { AnyManifest, JsonSchema, Scenario, ScenarioNode } from '@potok/contracts';
import { choiceWord, cronWords } from '@potok/scenario';
import type { Language } from '../app/texts/language.js';
import type { Texts } from '../app/texts/catalogue.js';
import { formatDuration } from '../format/durations.js';
import { parameterValue, type Reading } from './graph.js';

const DAY_MS = 86_400_000;
const STEP_PATH = /^steps\.([A-Za-z0-9_]+)(?:\.\??[\w.?]+)?$/;
const PARAMETER_PATH = /^params\.([A-Za-z0-9_]+)$/;

interface Words extends Reading {
  readonly texts: Texts;
  readonly language: Language;
}

const namesByNodes = new WeakMap<Scenario['nodes'], ReadonlyMap<string, string>>();

/** Looked up once a drawing: each of a thousand steps may name another. */
const namesOf = ({ nodes }: Scenario): ReadonlyMap<string, string> => {
  const known = namesByNodes.get(nodes);
  if (known !== undefined) return known;
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  namesByNodes.set(nodes, names);
  return names;
};

const formulaWords = (formula: string, { scenario }: Words): string | undefined => {
  const step = STEP_PATH.exec(formula)?.[1];
  if (step !== undefined) return namesOf(scenario).get(step);
  const parameter = PARAMETER_PATH.exec(formula)?.[1];
  if (parameter !== undefined) return scenario.parameters.find(({ id }) => id === parameter)?.title;
  return undefined;
};

const isFormula = (value: unknown): value is { readonly $cel: string } =>
  typeof value === 'object' && value !== null && typeof (value as { $cel?: unknown }).$cel === 'string';
const isTemplate = (value: unknown): value is { readonly $tpl: string } =>
  typeof value === 'object' && value !== null && typeof (value as { $tpl?: unknown }).$tpl === 'string';

const valueWords = (value: unknown, words: Words): string | undefined => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (isFormula(value)) return formulaWords(value.$cel, words);
  if (isTemplate(value)) return value.$tpl.replace(/\s+/g, ' ');
  return undefined;
};

type Field = JsonSchema & { readonly title?: string };

const fieldOf = (schema: JsonSchema, field: string): Field | undefined => {
  const { properties } = schema as { readonly properties?: Readonly<Record<string, Field>> };
  return properties?.[field];
};

/** A choice by its word, a cron line as people say it. */
const literalWords = (schema: Field | undefined, value: unknown, language: Language): string | undefined => {
  const { widget } = (schema?.ui ?? {}) as { readonly widget?: unknown };
  const isCron = widget === 'cron' && typeof value === 'string';
  return choiceWord(schema, value, language) ?? (isCron ? cronWords(value, language) : undefined);
};

const paramWords = (node: ScenarioNode, manifest: AnyManifest, words: Words): string | undefined => {
  for (const [field, value] of Object.entries(node.params)) {
    const schema = fieldOf(manifest.input, field);
    const said = literalWords(schema, value, words.language) ?? valueWords(value, words);
    if (said !== undefined && schema?.title !== undefined) return `${schema.title.toLowerCase()}: ${said}`;
  }
  return undefined;
};

/** Line 2 of a node: what it does, where, with what; in words, from its parameters. */
export const nodeWords = (node: ScenarioNode, manifest: AnyManifest | undefined, words: Words): string => {
  if (manifest === undefined) return node.type;
  const title = manifest.title[words.language];
  const slot = words.scenario.slots.find(({ id }) => id === node.slot)?.title;
  return [title === node.name ? undefined : title, slot, paramWords(node, manifest, words)]
    .filter((part) => part !== undefined)
    .join(' · ');
};

const numberOf = (value: unknown, words: Words): number | undefined => {
  const parameter = isFormula(value) ? PARAMETER_PATH.exec(value.$cel)?.[1] : undefined;
  const known = parameter === undefined ? value : parameterValue(words, parameter);
  return typeof known === 'number' ? known : undefined;
};

/** «до 30 д»: how long a wait waits, when its parameters say so. */
export const waitLimit = (node: ScenarioNode, words: Words): string | undefined => {
  const days = numberOf(node.params.deadlineDays, words);
  const seconds = numberOf(node.params.deadlineSec ?? node.params.durationSec, words);
  const ms = days === undefined ? (seconds ?? 0) * 1000 : days * DAY_MS;
  return ms === 0 ? undefined : words.texts.canvas.upTo(formatDuration(ms, words.language));
};
