import type { JsonSchema } from '@potok/contracts';
import { fieldPath, plainPath, type Rule, type RuleKind, type RuleOperator } from '@potok/scenario';
import { keysOf } from '../chip-titles.js';
import type { LocalNames, ValueScope } from '../value-scope.js';

const presence: readonly RuleOperator[] = ['has', 'hasNot'];
const order: readonly RuleOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

export const operatorsOf: Readonly<Record<RuleKind, readonly RuleOperator[]>> = {
  text: ['eq', 'ne', 'contains', 'startsWith', ...presence],
  integer: [...order, ...presence],
  decimal: [...order, ...presence],
  boolean: ['isTrue', 'isFalse', ...presence],
};

export const needsValue = (operator: RuleOperator): boolean =>
  !['isTrue', 'isFalse', 'has', 'hasNot'].includes(operator);

export const kindOf = ({ type, format }: JsonSchema): RuleKind | undefined => {
  if (type === 'boolean' || type === 'integer') return type;
  if (type === 'number' || format === 'decimal') return 'decimal';
  return type === 'string' || format !== undefined ? 'text' : undefined;
};

interface Here {
  readonly scope: ValueScope;
  readonly names: LocalNames;
}

/** What the schema says of the field of a rule. */
export const schemaOfRule = (path: string, { scope, names }: Here): JsonSchema => {
  const keys = keysOf(path);
  return keys === undefined ? {} : fieldPath(scope.place, keys, names.schemas).schema;
};

/** A rule as another kind, with a comparison that this kind has. */
export const asKind = (rule: Rule, kind: RuleKind): Rule => {
  const operators = operatorsOf[kind];
  const operator = operators.includes(rule.operator) ? rule.operator : (operators[0] ?? 'eq');
  return { ...rule, kind, operator };
};

/** A rule about a field that was picked: compared as what the field is. */
export const withField = (rule: Rule, picked: string, here: Here): Rule => {
  const path = plainPath(picked) ?? picked;
  const isOptional = picked.includes('?');
  return asKind({ ...rule, path, isOptional }, kindOf(schemaOfRule(path, here)) ?? rule.kind);
};

/** Kinds that the formula of a row does not tell: of a test for presence, and of a whole number that is not written right yet. */
const untoldKinds = ({ kind, operator }: Rule): readonly RuleKind[] => {
  if (kind !== 'text') return [];
  if (presence.includes(operator)) return ['integer', 'decimal', 'boolean'];
  return order.includes(operator) ? ['integer'] : [];
};

/** A rule as it is shown: what the formula does not tell of it, the schema of its field does. */
export const shownRule = (rule: Rule, here: Here): Rule => {
  const kind = kindOf(schemaOfRule(rule.path, here));
  const isTold = kind === undefined || !untoldKinds(rule).includes(kind) || !operatorsOf[kind].includes(rule.operator);
  return isTold ? rule : { ...rule, kind };
};
