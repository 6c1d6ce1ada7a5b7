import type { JsonSchema } from '@potok/contracts';
import { isRequiredIn, itemsOf, kindOfSchema, propertiesOf, wordOf, type ValueKind } from './schema-shape.js';
import { celPath, sourceIdOf, type PathPart } from './source-path.js';

/** What flows into a node, as far as a mapping looks at it. */
export interface MappingPlace {
  readonly roots: Readonly<Record<string, JsonSchema>>;
  readonly trigger?: { readonly name: string; readonly schema: JsonSchema };
  readonly steps: readonly MappingStep[];
  /** Waits that offer something before they are come to. */
  readonly waits?: readonly MappingStep[];
}

interface MappingStep {
  readonly node: string;
  readonly name: string;
  readonly isSure: boolean;
  readonly schema: JsonSchema;
}

/** Something that a field can be filled from. */
export interface SourceNode {
  /** The same for every way of writing the path: `/steps/deal/lines/*\/name`. */
  readonly id: string;
  /** The path as CEL; inside a list, what follows the item's name: `.name`. */
  readonly cel: string;
  /** `steps`, `trigger`…; absent inside a list, where the loop names the item. */
  readonly root?: string;
  readonly parts: readonly PathPart[];
  /** Id of the innermost list that it is in. */
  readonly list?: string;
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly kind: 'leaf' | 'object' | 'list';
  readonly type: ValueKind;
  readonly schema: JsonSchema;
  readonly isOptional: boolean;
  readonly inner: readonly SourceNode[];
}

/** Where data is read from: a root of the scope or an item of a list. */
interface Base {
  readonly ids: readonly string[];
  readonly root?: string;
  readonly list?: string;
  readonly parts: readonly PathPart[];
}

interface Named {
  readonly key: string;
  readonly title?: string | undefined;
}

const DEPTH = 10;

const below = (base: Base, part: PathPart): Base => ({
  ...base,
  ids: [...base.ids, part.key],
  parts: [...base.parts, part],
});

const itemOf = ({ ids }: Base): Base => ({ ids: [...ids, '*'], list: sourceIdOf(ids), parts: [] });

const fieldsOf = (schema: JsonSchema, base: Base): readonly SourceNode[] =>
  base.ids.length >= DEPTH
    ? []
    : propertiesOf(schema).map(([key, inner]) =>
        nodeOf(inner, below(base, { key, isOptional: !isRequiredIn(schema, key) }), { key }),
      );

const itemNodesOf = (schema: JsonSchema, base: Base): readonly SourceNode[] => {
  const item = itemsOf(schema);
  return kindOfSchema(item) === 'object' ? fieldsOf(item, base) : [nodeOf(item, base, { key: '*' })];
};

const labelOf = (schema: JsonSchema, { key, title }: Named): Pick<SourceNode, 'key' | 'title' | 'description'> => {
  const description = wordOf(schema, 'description');
  const said = title ?? wordOf(schema, 'title');
  return {
    key,
    title: said ?? description ?? key,
    ...(description === undefined || said === undefined ? {} : { description }),
  };
};

const nodeOf = (schema: JsonSchema, base: Base, { key, title }: Named): SourceNode => {
  const type = kindOfSchema(schema);
  const { root, list, parts } = base;
  return {
    id: sourceIdOf(base.ids),
    cel: celPath(root ?? '', parts),
    ...(root === undefined ? {} : { root }),
    parts,
    ...(list === undefined ? {} : { list }),
    ...labelOf(schema, { key, title }),
    kind: type === 'object' || type === 'list' ? type : 'leaf',
    type,
    schema,
    isOptional: parts.some(({ isOptional }) => isOptional),
    inner: type === 'list' ? itemNodesOf(schema, itemOf(base)) : fieldsOf(schema, base),
  };
};

const rootOf = (name: string, schema: JsonSchema | undefined, title = name): readonly SourceNode[] =>
  schema === undefined ? [] : [nodeOf(schema, { ids: [name], root: name, parts: [] }, { key: name, title })];

const stepOf =
  (root: 'steps' | 'waits') =>
  ({ node, name, isSure, schema }: MappingStep): SourceNode => {
    const base = below({ ids: [root], root, parts: [] }, { key: node, isOptional: !isSure });
    return nodeOf(schema, base, { key: node, title: name });
  };

/**
 * Everything that a node may be filled from: the item of a for-each around, the trigger's data, each earlier step under
 * its name, what waits offer, and the parameters. Parts that may be absent are read with `.?`.
 */
export const sourceTree = ({ roots, trigger, steps, waits = [] }: MappingPlace): readonly SourceNode[] => [
  ...rootOf('item', roots.item),
  ...rootOf('itemIndex', roots.itemIndex),
  ...rootOf('trigger', trigger?.schema ?? roots.trigger, trigger?.name).filter(({ inner }) => inner.length > 0),
  ...steps.map(stepOf('steps')),
  ...waits.map(stepOf('waits')),
  ...rootOf('params', roots.params).filter(({ inner }) => inner.length > 0),
];

/** All nodes of a tree, each before what is in it. */
export const flatSources = (nodes: readonly SourceNode[]): readonly SourceNode[] =>
  nodes.flatMap((node) => [node, ...flatSources(node.inner)]);
