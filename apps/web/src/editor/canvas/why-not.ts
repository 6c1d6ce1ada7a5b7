import type { Scenario } from '@potok/contracts';
import type { EditorTexts } from '../../app/texts/catalogue.js';
import { graphOf } from '../../canvas/graph.js';
import type { Kinds } from '../../canvas/manifest.js';

interface Around {
  readonly scenario: Scenario;
  readonly graph: string;
  readonly kinds: Kinds;
}

/** Why an edge cannot lead there; nothing when it can. */
export const tellWhyNot = (
  { scenario, graph, kinds }: Around,
  { source, target }: { readonly source: string; readonly target: string },
  words: EditorTexts['editor']['whyNot'],
): string | undefined => {
  const { nodes } = graphOf(scenario, graph);
  const to = nodes.find(({ id }) => id === target);
  const from = nodes.find(({ id }) => id === source);
  if (from === undefined || to === undefined) return words.folded;
  if (source === target) return words.itself(from.name);
  return kinds.get(to.type)?.kind === 'trigger' ? words.trigger(to.name) : undefined;
};
