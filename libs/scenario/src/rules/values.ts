import type { JsonSchema } from '@potok/contracts';
import type { DrawnNode } from '../analysis/graph-model.js';
import { fieldWords } from '../analysis/field-titles.js';
import { schemaAlong } from '../analysis/schema-path.js';
import { eachesAround } from '../analysis/scopes.js';
import type { Surroundings } from '../analysis/surroundings.js';
import { itemTypeOf, typedNames, typeOfExpression, withName, type TypedNames } from '../cel/check-expression.js';
import { ExpressionError } from '../expression-error.js';
import type { Findings } from '../finding.js';
import { collectReferences } from '../values/collect-references.js';
import { dynamicOf } from '../values/param-value.js';
import type { CallPlans } from './calls.js';
import { inputOf } from './call-input.js';
import { EarlyWaits } from './early-waits.js';
import { checkExpressions } from './expressions.js';
import { checkLiterals } from './literals.js';
import { ReferenceCheck } from './references.js';

/** Names of a graph, and inside the bodies of its for-eaches `item` and `itemIndex` too. */
class NamesOfGraph {
  private readonly root: TypedNames;
  private readonly bodies = new Map<string, TypedNames>();

  constructor(private readonly around: Surroundings) {
    this.root = typedNames(around.roots);
  }

  /** The innermost body decides what `item` is. */
  at(id: string): TypedNames {
    const [each] = eachesAround(this.around.scopes.frames.get(id));
    if (each === undefined) return this.root;
    const known = this.bodies.get(each);
    if (known !== undefined) return known;
    const named = withName(withName(this.root, 'item', this.itemType(each)), 'itemIndex', 'int');
    this.bodies.set(each, named);
    return named;
  }

  private itemType(each: string): string {
    const items = dynamicOf(this.around.graph.nodes.get(each)?.node.params.items);
    if (items?.kind !== 'cel') return 'dyn';
    try {
      return itemTypeOf(typeOfExpression(items.text, this.root));
    } catch (error) {
      if (error instanceof ExpressionError) return 'dyn';
      throw error;
    }
  }
}

/** These are read at publish, so they cannot be worked out in a run. */
const fixedFields: Readonly<Record<string, readonly string[]>> = {
  'flow.call': ['scenarioId'],
  'flow.join': ['mode', 'need'],
  'flow.parallel': ['branches'],
  'flow.for-each': ['window'],
  'flow.decide': ['branches'],
};

const checkFixed = ({ id, node, manifest }: DrawnNode, findings: Findings): void => {
  for (const key of fixedFields[node.type] ?? []) {
    if (dynamicOf(node.params[key]) === undefined) continue;
    const field = `/${key}`;
    const facts = { name: node.name, field, title: fieldWords(manifest.input, field) };
    findings.error('PARAM_NOT_LITERAL', facts, { node: id, field });
  }
};

/** Params of a graph's nodes: literals, expressions, templates and references. Answers which waits open early. */
export const checkValues = (
  around: Surroundings,
  callPlans: CallPlans,
  findings: Findings,
): ReadonlyMap<string, readonly string[]> => {
  const names = new NamesOfGraph(around);
  const references = new ReferenceCheck(around, findings);
  const waits = new EarlyWaits(around, findings);
  const opened = new Map<string, readonly string[]>();
  for (const drawn of around.graph.nodes.values()) {
    const { id, node } = drawn;
    // Skipped, so it may be half done.
    if (drawn.isSkipped) continue;
    const schema = inputOf(drawn, callPlans);
    const found = collectReferences(node.params);
    checkFixed(drawn, findings);
    checkLiterals({ node: id, name: node.name, params: node.params }, schema, findings);
    references.check(drawn, found);
    checkExpressions({ node: id, params: node.params, schema, names: names.at(id) }, findings);
    opened.set(id, waits.openedBefore(drawn, found));
  }
  return opened;
};

/** A trigger is set up before any run, so only parameters of the binding are there for it. */
export const checkTriggerValues = (trigger: DrawnNode, parameters: JsonSchema, findings: Findings): void => {
  const { id, node, manifest } = trigger;
  const names = typedNames({ params: parameters });
  checkLiterals({ node: id, name: node.name, params: node.params }, manifest.input, findings);
  for (const { root, path, pointer } of collectReferences(node.params)) {
    const isKnown = root === 'params' && schemaAlong(parameters, path).kind !== 'missing';
    const facts = { name: node.name, field: [root, ...path].join('.') };
    if (!isKnown) findings.error('TRIGGER_REFERENCE_WRONG', facts, { node: id, field: pointer });
  }
  checkExpressions({ node: id, params: node.params, schema: manifest.input, names }, findings);
};
