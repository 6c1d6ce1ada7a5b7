import type { JsonSchema } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import { asSchema, schemaAlong } from '../analysis/schema-path.js';
import { collectReferences } from '../values/collect-references.js';
import { dynamicOf, innerOf } from '../values/param-value.js';

/** A node's mention of something of an account: a stage, a box, an own field. */
export interface AccountUse {
  readonly node: DrawnNode;
  /** JSON pointer in the params. */
  readonly field: string;
  /** The slot whose account it is of. */
  readonly slot: string | undefined;
  readonly kind: string;
  readonly value: string;
}

interface Around {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  /** Values of the scenario's parameters. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

type Found = Pick<AccountUse, 'field' | 'kind' | 'value'>;

const PARAMETER = /^\s*params\.([A-Za-z_]\w*)\s*$/;

const wordOf = (ui: JsonSchema | undefined, name: string): string | undefined =>
  typeof ui?.[name] === 'string' ? ui[name] : undefined;

/** A text as it stands, or the value of the one parameter that it is taken from. */
const textAt = (value: unknown, { parameters }: Around): string | undefined => {
  const dynamic = dynamicOf(value);
  const parameter = dynamic?.kind === 'cel' ? PARAMETER.exec(dynamic.text)?.[1] : undefined;
  const found = parameter !== undefined && Object.hasOwn(parameters, parameter) ? parameters[parameter] : value;
  return typeof found === 'string' && found !== '' ? found : undefined;
};

const chosenIn = (value: unknown, at: { schema: JsonSchema; field: string }, around: Around): readonly Found[] => {
  const ui = asSchema(at.schema.ui);
  const list = wordOf(ui, 'list');
  const text = list === undefined ? undefined : textAt(value, around);
  if (list !== undefined) return text === undefined ? [] : [{ field: at.field, kind: `list:${list}`, value: text }];
  if (dynamicOf(value) !== undefined) return [];
  const described = wordOf(ui, 'describe');
  return innerOf(value, at.field).flatMap(([field, inner, key]) => {
    const named = described === undefined ? [] : [{ field, kind: `describe:${described}`, value: key }];
    const place = schemaAlong(at.schema, [key]);
    return place.kind === 'known' ? [...named, ...chosenIn(inner, { schema: place.schema, field }, around)] : named;
  });
};

/** Which own field a path into an output names, if it passes through them. */
const ownFieldOn = (output: JsonSchema, path: readonly string[]): Omit<Found, 'field'> | undefined => {
  for (const [at, value] of path.entries()) {
    const place = schemaAlong(output, path.slice(0, at));
    if (place.kind !== 'known') return undefined;
    const described = wordOf(asSchema(place.schema.ui), 'describe');
    if (described !== undefined) return { kind: `describe:${described}`, value };
  }
  return undefined;
};

const referredIn = (node: DrawnNode, { nodes }: Around): readonly AccountUse[] =>
  collectReferences(node.node.params).flatMap(({ root, path, pointer }) => {
    if (root !== 'steps') return [];
    const [step = '', ...rest] = path;
    const source = nodes.get(step);
    const own = source === undefined ? undefined : ownFieldOn(source.manifest.output, rest);
    return own === undefined ? [] : [{ node, field: pointer, slot: source?.node.slot, ...own }];
  });

/** Everything of accounts that a node names: in its own fields, and in what it takes of earlier steps. */
export const accountUsesOf = (node: DrawnNode, around: Around): readonly AccountUse[] => {
  const chosen = chosenIn(node.node.params, { schema: node.manifest.input, field: '' }, around);
  return [...chosen.map((found) => ({ node, slot: node.node.slot, ...found })), ...referredIn(node, around)];
};

/** The same for the settings of an account, which may name entries of its own lists. */
export const settingUses = (schema: JsonSchema, settings: unknown): readonly Found[] =>
  chosenIn(settings, { schema, field: '' }, { nodes: new Map(), parameters: {} });
