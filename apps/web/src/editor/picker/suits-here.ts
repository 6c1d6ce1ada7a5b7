import type { AnyManifest, JsonSchema, ScenarioNode } from '@potok/contracts';
import type { Graph } from '../../canvas/graph.js';
import type { Kinds } from '../../canvas/manifest.js';

interface ObjectPart {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const fieldsOf = (schema: JsonSchema): readonly string[] => Object.keys((schema as ObjectPart).properties ?? {});
const requiredOf = (schema: JsonSchema): readonly string[] => (schema as ObjectPart).required ?? [];

/** The step itself and all that a run has passed before it. */
const upstream = (id: string, { nodes, edges }: Graph): readonly ScenarioNode[] => {
  const seen = new Set([id]);
  const queue = [id];
  for (const at of queue)
    for (const { from, to } of edges)
      if (to.node === at && !seen.has(from.node)) {
        seen.add(from.node);
        queue.push(from.node);
      }
  return nodes.filter((node) => seen.has(node.id));
};

const MOST = 4;

/** Steps whose needed data are there after this step: what a person most likely wants next, best first. */
export const suitsHere = (after: string, graph: Graph, kinds: Kinds): readonly AnyManifest[] => {
  const before = upstream(after, graph);
  const outputOf = (node: ScenarioNode): readonly string[] => fieldsOf(kinds.get(node.type)?.output ?? {});
  const known = new Set(before.flatMap(outputOf));
  const fresh = new Set(before.filter(({ id }) => id === after).flatMap(outputOf));
  const used = new Set(before.map(({ type }) => type));
  const scored = [...kinds.values()]
    .filter(({ kind, input, id }) => {
      const needed = requiredOf(input);
      return (
        kind !== 'trigger' &&
        kind !== 'flow' &&
        needed.length > 0 &&
        needed.every((field) => known.has(field)) &&
        !used.has(id)
      );
    })
    .map((manifest) => {
      const fields = fieldsOf(manifest.input);
      const score =
        fields.filter((field) => fresh.has(field)).length * 2 + fields.filter((field) => known.has(field)).length;
      return { manifest, score };
    });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ manifest }) => manifest);
};
