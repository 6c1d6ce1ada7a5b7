import type { JsonSchema } from '@potok/contracts';
import { asPointerPart } from '../json-pointer.js';
import {
  choicesOf,
  isRequiredIn,
  itemsOf,
  kindOfSchema,
  propertiesOf,
  wordOf,
  type ValueKind,
} from './schema-shape.js';

/** A limit of a field, for whoever puts it into words. */
export interface Facet {
  readonly name: 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'minItems' | 'maxItems';
  readonly limit: number;
}

/** A field that a mapping fills. */
export interface TargetNode {
  /** JSON pointer into the params; `*` is an item of a list: `/lines/*\/name`. */
  readonly pointer: string;
  readonly key: string;
  readonly title: string;
  /** What the schema says of it, in its own words. */
  readonly description?: string;
  /** The object around it cannot be without it. */
  readonly isRequired: boolean;
  readonly kind: 'leaf' | 'object' | 'list';
  readonly type: ValueKind;
  readonly format?: string;
  /** The only values that it takes. */
  readonly choices?: readonly unknown[];
  readonly facets: readonly Facet[];
  readonly schema: JsonSchema;
  /** Fields of an object; of a list, the fields of an item, or the one item where items are no objects. */
  readonly inner: readonly TargetNode[];
}

const FACETS = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems'] as const;
/** Deeper a schema is not drawn: a person maps such a part whole. */
const DEPTH = 8;

const facetsOf = (schema: JsonSchema): readonly Facet[] =>
  FACETS.flatMap((name) => {
    const limit = schema[name];
    return typeof limit === 'number' && !(name === 'minLength' && limit <= 1) ? [{ name, limit }] : [];
  });

interface Place {
  readonly pointer: string;
  readonly key: string;
  readonly isRequired: boolean;
  readonly depth: number;
}

const kindOfNode = (type: ValueKind): TargetNode['kind'] => (type === 'object' || type === 'list' ? type : 'leaf');

const innerOf = (schema: JsonSchema, { pointer, depth }: Place): readonly TargetNode[] =>
  depth >= DEPTH
    ? []
    : propertiesOf(schema).map(([key, inner]) =>
        nodeOf(inner, {
          pointer: `${pointer}/${asPointerPart(key)}`,
          key,
          isRequired: isRequiredIn(schema, key),
          depth: depth + 1,
        }),
      );

const itemNodesOf = (schema: JsonSchema, { pointer, depth }: Place): readonly TargetNode[] => {
  const item = itemsOf(schema);
  const place = { pointer: `${pointer}/*`, key: '*', isRequired: true, depth: depth + 1 };
  return kindOfSchema(item) === 'object' ? innerOf(item, place) : [nodeOf(item, place)];
};

const nodeOf = (schema: JsonSchema, place: Place): TargetNode => {
  const type = kindOfSchema(schema);
  const description = wordOf(schema, 'description');
  const title = wordOf(schema, 'title');
  const choices = choicesOf(schema);
  return {
    pointer: place.pointer,
    key: place.key,
    title: title ?? description ?? place.key,
    ...(description === undefined || title === undefined ? {} : { description }),
    isRequired: place.isRequired,
    kind: kindOfNode(type),
    type,
    ...(typeof schema.format === 'string' ? { format: schema.format } : {}),
    ...(choices === undefined ? {} : { choices }),
    facets: facetsOf(schema),
    schema,
    inner: type === 'list' ? itemNodesOf(schema, place) : innerOf(schema, place),
  };
};

/** The fields of an object schema as a tree; `at` is where the object stands in the params. */
export const targetTree = (schema: JsonSchema, at = ''): readonly TargetNode[] =>
  innerOf(schema, { pointer: at, key: '', isRequired: true, depth: 0 });

/** All fields of a tree, each before what is in it. */
export const flatTargets = (nodes: readonly TargetNode[]): readonly TargetNode[] =>
  nodes.flatMap((node) => [node, ...flatTargets(node.inner)]);
