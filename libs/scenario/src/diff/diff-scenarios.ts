import type { Scenario } from '@potok/contracts';
import { diffGraph } from './diff-graph.js';
import type { Changed, FieldChange, GraphDiff, ListDiff, NodeKinds, PathHead, ScenarioDiff } from './diff-types.js';
import { diffValues } from './diff-values.js';
import { isSameMeaning } from './same-meaning.js';

type Named = { readonly id: string };

const settingChanges = (before: unknown, after: unknown): readonly FieldChange[] =>
  diffValues([before, after]).map((change) => ({ ...change, title: '', kind: 'setting' }));

const changedIn = <T extends Named>(before: T, after: T): readonly Changed<T>[] => {
  const fields = settingChanges(before, after);
  return fields.length === 0 ? [] : [{ id: after.id, before, after, fields }];
};

const diffList = <T extends Named>(before: readonly T[] = [], after: readonly T[] = []): ListDiff<T> => {
  const [old, fresh] = [before, after].map((list) => new Map(list.map((one) => [one.id, one])));
  return {
    added: [...(fresh?.values() ?? [])].filter(({ id }) => old?.has(id) !== true),
    removed: [...(old?.values() ?? [])].filter(({ id }) => fresh?.has(id) !== true),
    changed: [...(fresh?.values() ?? [])].flatMap((one) => {
      const was = old?.get(one.id);
      return was === undefined ? [] : changedIn(was, one);
    }),
  };
};

const headsOf = ({ paths = [] }: Scenario): readonly PathHead[] =>
  paths.map(({ id, kind, ofNode, title }) => ({ id, kind, ofNode, title }));

const none = { nodes: [], edges: [] };

const diffGraphs = (before: Scenario, after: Scenario, kinds: NodeKinds | undefined): readonly GraphDiff[] => {
  const ids = new Set([...(after.paths ?? []), ...(before.paths ?? [])].map(({ id }) => id));
  const pathOf = ({ paths = [] }: Scenario, id: string) => paths.findLast((path) => path.id === id) ?? none;
  return [
    diffGraph(before, after, { graph: 'main', kinds }),
    ...[...ids].map((id) => diffGraph(pathOf(before, id), pathOf(after, id), { graph: id, kinds })),
  ].filter((graph) => graph !== undefined);
};

const aboutOf = ({ name, description }: Scenario) => ({ name, description });

/**
 * What differs between two drawings: nodes by id, edges by their ends, values leaf by leaf, movement apart from meaning.
 * Pure and total: never throws on a drawing of the right shape. `kinds` give the fields their titles.
 */
export const diffScenarios = (before: Scenario, after: Scenario, kinds?: NodeKinds): ScenarioDiff => ({
  before,
  after,
  graphs: diffGraphs(before, after, kinds),
  settings: settingChanges(aboutOf(before), aboutOf(after)),
  slots: diffList(before.slots, after.slots),
  parameters: diffList(before.parameters, after.parameters),
  notes: diffList(before.notes, after.notes),
  groups: diffList(before.groups, after.groups),
  paths: diffList(headsOf(before), headsOf(after)),
  isSameMeaning: isSameMeaning(before, after),
});

/** Nothing differs that is kept with a drawing, its layout included. */
export const isEmptyDiff = ({ graphs, settings, ...lists }: ScenarioDiff): boolean =>
  graphs.length === 0 &&
  settings.length === 0 &&
  [lists.slots, lists.parameters, lists.notes, lists.groups, lists.paths].every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  );
