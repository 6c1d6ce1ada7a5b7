import type { AnyManifest, Binding, JsonSchema, Scenario, ScenarioNode } from '@potok/contracts';
import { asSchema } from '../analysis/schema-path.js';
import type { Language } from '../describe-finding.js';
import { givenValue } from '../values/bound-parameters.js';
import type { DescriptionTexts } from './texts.ru.js';

/** All that names a thing of a scenario to people. */
export interface Naming {
  readonly scenario: Scenario;
  readonly binding: Binding;
  /** Of connections, by id. */
  readonly connections: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly texts: DescriptionTexts;
  /** Of the main graph and of all paths. */
  readonly nodes: ReadonlyMap<string, ScenarioNode>;
  readonly manifestOf: (node: ScenarioNode) => AnyManifest | undefined;
  /** What the lines of lists around are called in formulas. */
  readonly lines: readonly string[];
}

export const withLine = (naming: Naming, name: string): Naming => ({ ...naming, lines: [...naming.lines, name] });

export const manifestsOf = (manifests: readonly AnyManifest[]): Naming['manifestOf'] => {
  const exact = new Map(manifests.map((one) => [`${one.id}@${one.version}`, one]));
  const newest = new Map([...manifests].sort((a, b) => a.version - b.version).map((one) => [one.id, one]));
  return ({ type, typeVersion }) => exact.get(`${type}@${typeVersion}`) ?? newest.get(type);
};

const innerSchema = (schema: JsonSchema | undefined, key: string): JsonSchema | undefined => {
  const own = asSchema(asSchema(schema?.properties)?.[key]);
  return own ?? asSchema(schema?.items);
};

/** Titles along a path, where the schema knows them; indexes are left out. */
const titlesAlong = (schema: JsonSchema | undefined, path: readonly string[]): readonly string[] => {
  const titles: string[] = [];
  let at = schema;
  for (const key of path) {
    at = innerSchema(at, key);
    if (!/^\d+$|^\*$/.test(key)) titles.push(typeof at?.title === 'string' ? at.title : key);
  }
  return titles;
};

const joined = (head: string, path: readonly string[]): string => [head, ...path].join(' → ');

const triggerOf = ({ nodes, manifestOf }: Naming): ScenarioNode | undefined =>
  [...nodes.values()].find((node) => manifestOf(node)?.kind === 'trigger');

const ofNode = (naming: Naming, node: ScenarioNode | undefined, path: readonly string[]): string => {
  const output = node === undefined ? undefined : naming.manifestOf(node)?.output;
  return joined(node?.name ?? naming.texts.trigger, titlesAlong(output, path));
};

export const parameterValue = ({ scenario, binding }: Naming, id: string): unknown =>
  givenValue(binding.parameters, id) ?? scenario.parameters.find((one) => one.id === id)?.default;

const ofParameter = (naming: Naming, [id = '', ...path]: readonly string[]): string => {
  const parameter = naming.scenario.parameters.find((one) => one.id === id);
  const value = parameterValue(naming, id);
  const told = typeof value === 'string' || typeof value === 'number' ? ` (${value})` : '';
  return joined(`${parameter?.title ?? id}${told}`, path);
};

const ofLine = ({ lines, texts }: Naming, root: string, path: readonly string[]): string | undefined => {
  if (lines.includes(root)) return joined(texts.item, path);
  return lines.includes(root.replace(/Index$/, '')) ? texts.itemIndex : undefined;
};

/** What is known of the value under `steps.upd.number`. */
export const schemaOf = (naming: Naming, root: string, path: readonly string[]): JsonSchema | undefined => {
  const [id = '', ...rest] = path;
  const node = root === 'trigger' ? triggerOf(naming) : naming.nodes.get(id);
  const keys = root === 'trigger' ? path : rest;
  if (node === undefined || !['trigger', 'steps'].includes(root)) return undefined;
  return keys.reduce<JsonSchema | undefined>(innerSchema, naming.manifestOf(node)?.output);
};

/** What people call `steps.upd.number`; `undefined` for a root that is none of the scope's. */
export const nameOf = (naming: Naming, root: string, path: readonly string[]): string | undefined => {
  const [id = '', ...rest] = path;
  switch (root) {
    case 'trigger':
      return ofNode(naming, triggerOf(naming), path);
    case 'steps':
    case 'waits':
      return naming.nodes.has(id) ? ofNode(naming, naming.nodes.get(id), rest) : joined(id, rest);
    case 'params':
      return ofParameter(naming, path);
    case 'run':
    case 'item':
    case 'itemIndex':
      return joined(naming.texts[root], path);
    default:
      return ofLine(naming, root, path);
  }
};
