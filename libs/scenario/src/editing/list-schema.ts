import type { ASTNode } from '@marcbachmann/cel-js';
import type { JsonSchema } from '@potok/contracts';
import { asSchema, schemaAlong } from '../analysis/schema-path.js';
import { pathOfAst } from '../cel/path-of-ast.js';
import { parseExpression } from '../cel/evaluate-expression.js';
import { dynamicOf } from '../values/param-value.js';

type Schemas = Readonly<Record<string, JsonSchema>>;

/** Methods and functions that give a list of the items that they took. */
const SAME_ITEMS: ReadonlySet<string> = new Set(['filter', 'orValue', 'def']);

const takenBy = (node: ASTNode): ASTNode | undefined => {
  if (node.op === 'rcall' && SAME_ITEMS.has(node.args[0])) return node.args[1];
  return node.op === 'call' && SAME_ITEMS.has(node.args[0]) ? node.args[1][0] : undefined;
};

const schemaOfAst = (node: ASTNode, schemas: Schemas): JsonSchema | undefined => {
  const taken = takenBy(node);
  if (taken !== undefined) return schemaOfAst(taken, schemas);
  const path = pathOfAst(node);
  const root = path === undefined ? undefined : schemas[path.root];
  if (path === undefined || root === undefined) return undefined;
  const found = schemaAlong(
    root,
    path.steps.map(({ key }) => key),
  );
  return found.kind === 'known' ? found.schema : undefined;
};

const parsed = (text: string): ASTNode | undefined => {
  try {
    return parseExpression(text).ast;
  } catch {
    return undefined;
  }
};

/** The schema of one item of a list that a CEL text gives; open where it cannot be told. Never throws. */
export const itemSchemaOf = (list: string, schemas: Schemas): JsonSchema => {
  const ast = parsed(list);
  const schema = ast === undefined ? undefined : schemaOfAst(ast, schemas);
  return schema?.type === 'array' ? (asSchema(schema.items) ?? {}) : {};
};

/** The same for a parameter: a formula, or a list that is written out. */
export const itemSchemaOfParam = (items: unknown, schemas: Schemas): JsonSchema => {
  const dynamic = dynamicOf(items);
  return dynamic?.kind === 'cel' ? itemSchemaOf(dynamic.text, schemas) : {};
};
