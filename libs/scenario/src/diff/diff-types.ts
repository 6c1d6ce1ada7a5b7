import type { ChoiceWords } from '../analysis/choice-words.js';
import type { AnyManifest, Group, Note, Parameter, Scenario, ScenarioEdge, ScenarioNode, Slot } from '@potok/contracts';

export type ChangeKind =
  'param' | 'name' | 'slot' | 'retry' | 'timeout' | 'onFault' | 'legalReason' | 'note' | 'skip' | 'type' | 'setting';

/** One value that is another one now; `undefined` is a value that is not there. */
export interface FieldChange {
  /** JSON pointer: in the node's params for `param`, else in the thing that has changed. */
  readonly pointer: string;
  /** What the author reads on the field: titles of the node's schema; empty where `kind` says it all. */
  readonly title: string;
  /** As written: a literal, `{ $cel }`, `{ $tpl }` or `{ $each }`. */
  readonly before: unknown;
  readonly after: unknown;
  readonly kind: ChangeKind;
  /** What people call the values of the field, where it is one of a few. */
  readonly choices?: ChoiceWords;
}

/** The same thing, by its id, before and after. */
export interface Changed<T> {
  readonly id: string;
  readonly before: T;
  readonly after: T;
  readonly fields: readonly FieldChange[];
}

export interface ListDiff<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly Changed<T>[];
}

/** A node may have changed and moved: then it is in both lists. */
export interface NodesDiff extends ListDiff<ScenarioNode> {
  readonly moved: readonly { readonly id: string; readonly before: ScenarioNode; readonly after: ScenarioNode }[];
}

export interface GraphDiff {
  /** `main`, or the id of a compensation path. */
  readonly graph: string;
  readonly nodes: NodesDiff;
  /** By their ends: an edge that only got another id is the same edge. */
  readonly edges: { readonly added: readonly ScenarioEdge[]; readonly removed: readonly ScenarioEdge[] };
}

/** A path without its graph, which is among `graphs`. */
export type PathHead = Pick<NonNullable<Scenario['paths']>[number], 'id' | 'kind' | 'ofNode' | 'title'>;

/** What is between two drawings. Plain data; the two are within, so that names can be told. */
export interface ScenarioDiff {
  readonly before: Scenario;
  readonly after: Scenario;
  /** Only graphs in which something differs. */
  readonly graphs: readonly GraphDiff[];
  /** Name and description. */
  readonly settings: readonly FieldChange[];
  readonly slots: ListDiff<Slot>;
  readonly parameters: ListDiff<Parameter>;
  readonly notes: ListDiff<Note>;
  readonly groups: ListDiff<Group>;
  readonly paths: ListDiff<PathHead>;
  /** Nothing differs that a run could notice: both compile to one plan. */
  readonly isSameMeaning: boolean;
}

/** Node types by id: a `ReadonlyMap` serves. */
export interface NodeKinds {
  get(type: string): AnyManifest | undefined;
}

export type Language = 'ru' | 'en';

export interface DiffLine {
  readonly text: string;
  /** Of a field: where it is, and its two sides in words. */
  readonly field?: {
    readonly pointer: string;
    readonly title: string;
    readonly before: string;
    readonly after: string;
  };
}

/** What is said of one thing: a step, a slot, a parameter, a note. */
export interface DiffGroup {
  /** Stands for the thing in a list: `main/upd`, `slots/crm`. */
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** The graph and the node, where it is about one. */
  readonly graph?: string;
  readonly node?: string;
  /** «Изменён шаг «Построить УПД»». */
  readonly title: string;
  readonly lines: readonly DiffLine[];
  /** A run does not notice it. */
  readonly isLayoutOnly: boolean;
}

/** What telling needs of a difference. */
export interface DiffTelling {
  readonly diff: ScenarioDiff;
  readonly language: Language;
  readonly kinds: NodeKinds | undefined;
}
