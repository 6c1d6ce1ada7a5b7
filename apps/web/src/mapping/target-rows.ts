import { placeIn, type Filling, type Suggestion, type TargetNode } from '@potok/scenario';
import type { FieldFinding } from './preview.js';
import { isFound, rowsOf, type Row } from './rows.js';

export type TargetFilter = 'all' | 'required' | 'empty' | 'wrong';

/** A row of the targets with all that is said at it. */
export interface TargetRowData extends Row<TargetNode> {
  readonly value: unknown;
  /** Sentences at this row, and at fields in it that are not shown. */
  readonly faults: readonly FieldFinding[];
  readonly suggestion: Suggestion | undefined;
  readonly isMissing: boolean;
}

interface Given {
  readonly targets: readonly TargetNode[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly filling: Filling;
  readonly findings: readonly FieldFinding[];
  readonly suggestions: readonly Suggestion[];
  readonly filter: TargetFilter;
  readonly search: string;
  readonly folds: ReadonlyMap<string, boolean>;
}

const isBelow = (pointer: string, outer: string): boolean => pointer === outer || pointer.startsWith(`${outer}/`);

type Values = ReadonlyMap<string, { readonly value: unknown; readonly isTaken: boolean }>;

const valuesOf = (targets: readonly TargetNode[], params: Given['params'], found = new Map()): Values => {
  for (const target of targets) {
    const { value, takenBy } = placeIn(params, target.pointer);
    const isTaken = takenBy !== undefined;
    (found as Map<string, { value: unknown; isTaken: boolean }>).set(target.pointer, { value, isTaken });
    // What a whole fills has no fields of its own to look at.
    if (!isTaken) valuesOf(target.inner, params, found);
  }
  return found as Values;
};

const isDynamicWhole = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('$cel' in value || '$tpl' in value);

/** An optional part that nobody has begun is folded: a document has hundreds of those. */
const isOpenAtFirst = (node: TargetNode, value: unknown, { suggestions, findings }: Given): boolean => {
  if (isDynamicWhole(value)) return false;
  if (value !== undefined || (node.isRequired && node.kind === 'object')) return true;
  const isInside = (pointer: string | undefined): boolean =>
    pointer !== undefined && pointer !== node.pointer && isBelow(pointer, node.pointer);
  return suggestions.some(({ target }) => isInside(target)) || findings.some(({ pointer }) => isInside(pointer));
};

const wantedBy =
  ({ filter, search, filling, findings }: Given, values: Values) =>
  (node: TargetNode): boolean => {
    if (!isFound(node, search)) return false;
    switch (filter) {
      case 'all':
        return true;
      case 'required':
        return node.isRequired;
      case 'empty':
        return values.get(node.pointer)?.value === undefined || filling.missing.includes(node.pointer);
      case 'wrong':
        return findings.some(({ pointer }) => pointer !== undefined && isBelow(pointer, node.pointer));
    }
  };

/** Whatever is said goes to its row, or to the nearest row around it that is shown. */
const faultsByRow = (findings: readonly FieldFinding[], shown: ReadonlySet<string>) => {
  const byRow = new Map<string, FieldFinding[]>();
  for (const finding of findings) {
    let at = finding.pointer ?? '';
    while (at !== '' && !shown.has(at)) at = at.slice(0, at.lastIndexOf('/'));
    byRow.set(at, [...(byRow.get(at) ?? []), finding]);
  }
  return byRow;
};

/** The rows to show, and what is said of no field. */
export const targetRows = (
  given: Given,
): { readonly rows: readonly TargetRowData[]; readonly others: readonly FieldFinding[] } => {
  const { targets, params, filling, findings, suggestions, folds, filter, search } = given;
  const values = valuesOf(targets, params);
  const isForced = filter !== 'all' || search.trim() !== '';
  const rows = rowsOf(targets, {
    isOpen: (node) => folds.get(node.pointer) ?? isOpenAtFirst(node, values.get(node.pointer)?.value, given),
    isWanted: wantedBy(given, values),
    isForced,
  }).filter(({ node }) => values.get(node.pointer)?.isTaken === false);
  const byRow = faultsByRow(findings, new Set(rows.map(({ node }) => node.pointer)));
  const missing = new Set(filling.missing);
  return {
    rows: rows.map((row) => ({
      ...row,
      isOpen: row.isOpen && !isDynamicWhole(values.get(row.node.pointer)?.value),
      hasInner: row.hasInner && !isDynamicWhole(values.get(row.node.pointer)?.value),
      value: values.get(row.node.pointer)?.value,
      faults: byRow.get(row.node.pointer) ?? [],
      suggestion: suggestions.find(({ target }) => target === row.node.pointer),
      isMissing: missing.has(row.node.pointer),
    })),
    others: byRow.get('') ?? [],
  };
};
