import type { AnyManifest, Scenario } from '@potok/contracts';
import type { Language } from '../../app/texts/language.js';
import type { EditorTexts } from '../../app/texts/catalogue.js';
import { graphOf, MAIN } from '../../canvas/graph.js';
import type { Kinds } from '../../canvas/manifest.js';
import type { PickerOrder } from '../canvas/canvas-store.js';
import { searchKinds } from './search-kinds.js';
import { suitsHere } from './suits-here.js';

export interface PickerGroup {
  readonly title: string;
  readonly kinds: readonly AnyManifest[];
}

interface Given {
  readonly query: string;
  readonly order: PickerOrder;
  readonly scenario: Scenario;
  readonly graph: string;
  readonly kinds: Kinds;
  readonly recent: readonly string[];
  readonly words: EditorTexts['editor']['picker'];
  readonly language: Language;
}

const hasTrigger = (scenario: Scenario, kinds: Kinds): boolean =>
  scenario.nodes.some(({ type }) => kinds.get(type)?.kind === 'trigger');

/** A trigger begins a drawing and stands in it once; a path has none. */
const isOffered = (manifest: AnyManifest, { order, scenario, graph, kinds }: Given): boolean => {
  const replaced = scenario.nodes.find(({ id }) => id === order.replace);
  const isOfTrigger = replaced !== undefined && kinds.get(replaced.type)?.kind === 'trigger';
  if (order.replace !== undefined) return (manifest.kind === 'trigger') === isOfTrigger;
  if (manifest.kind !== 'trigger') return true;
  return order.from === undefined && order.edge === undefined && graph === MAIN && !hasTrigger(scenario, kinds);
};

const families = (offered: readonly AnyManifest[], words: Given['words']): readonly PickerGroup[] => {
  const order = ['trigger', 'crm', 'edo', 'accounting', 'person', 'data', 'text', 'http', 'flow', 'notify'];
  const found = [...new Set(offered.map(({ family }) => family))];
  const rank = (family: string): number => (order.includes(family) ? order.indexOf(family) : order.length);
  return found
    .sort((a, b) => rank(a) - rank(b))
    .map((family) => ({
      title: words.families[family] ?? family,
      kinds: offered.filter((manifest) => manifest.family === family),
    }));
};

/** What the picker shows: what suits here, what was taken last, then everything by its system. */
export const pickerGroups = (given: Given): readonly PickerGroup[] => {
  const { query, order, scenario, graph, kinds, recent, words, language } = given;
  const offered = [...kinds.values()].filter((manifest) => isOffered(manifest, given));
  if (query.trim() !== '') return [{ title: words.found, kinds: searchKinds(query, offered, language) }];
  const after = order.from?.node;
  const suits = after === undefined ? [] : suitsHere(after, graphOf(scenario, graph), kinds);
  const isOfferedId = new Set(offered.map(({ id }) => id));
  const last = recent.map((id) => kinds.get(id)).filter((kind) => kind !== undefined && isOfferedId.has(kind.id));
  return [
    { title: words.suits, kinds: suits },
    ...(hasTrigger(scenario, kinds) ? [{ title: words.recent, kinds: last.filter((kind) => kind !== undefined) }] : []),
    ...families(offered, words),
  ].filter((group) => group.kinds.length > 0);
};
