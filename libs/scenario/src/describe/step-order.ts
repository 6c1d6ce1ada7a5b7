import type { ScenarioEdge, ScenarioNode } from '@potok/contracts';

export interface OrderedNode {
  readonly node: ScenarioNode;
  readonly isReached: boolean;
}

interface Drawn {
  readonly nodes: readonly ScenarioNode[];
  readonly edges: readonly ScenarioEdge[];
}

/**
 * The order in which a story is told: from the start along first ways out, then what branches off, the nearest to the end
 * first; a step where branches meet comes after them. What nothing leads to stands last.
 */
export const storyOrder = (
  { nodes, edges }: Drawn,
  portsOf: (node: ScenarioNode) => readonly string[],
): readonly OrderedNode[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const next = (node: ScenarioNode): readonly ScenarioNode[] => {
    const ports = portsOf(node);
    const rank = (edge: ScenarioEdge) =>
      ports.includes(edge.from.port) ? ports.indexOf(edge.from.port) : ports.length;
    return edges
      .filter(({ from }) => from.node === node.id)
      .sort((a, b) => rank(a) - rank(b))
      .map(({ to }) => byId.get(to.node))
      .filter((one) => one !== undefined);
  };
  const told = postorder(startsOf({ nodes, edges }), next).reverse();
  const known = new Set(told.map(({ id }) => id));
  return [
    ...told.map((node) => ({ node, isReached: true })),
    ...nodes.filter(({ id }) => !known.has(id)).map((node) => ({ node, isReached: false })),
  ];
};

/** The trigger; in a path the node that nothing leads to. */
const startsOf = ({ nodes, edges }: Drawn): readonly ScenarioNode[] => {
  const triggers = nodes.filter(({ type }) => type.startsWith('trigger.'));
  if (triggers.length > 0) return triggers;
  const sources = new Set(edges.map(({ from }) => from.node));
  const targets = new Set(edges.map(({ to }) => to.node));
  const heads = nodes.filter(({ id }) => sources.has(id) && !targets.has(id));
  return heads.length === 0 ? nodes.slice(0, 1) : heads;
};

/** Without recursion: a drawing may be a chain of thousands. */
const postorder = (
  starts: readonly ScenarioNode[],
  next: (node: ScenarioNode) => readonly ScenarioNode[],
): ScenarioNode[] => {
  const seen = new Set<string>();
  const done: ScenarioNode[] = [];
  const open: { readonly node: ScenarioNode; readonly left: ScenarioNode[] }[] = [];
  const enter = (node: ScenarioNode) => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    open.push({ node, left: [...next(node)] });
  };
  for (const start of [...starts].reverse()) {
    enter(start);
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const inner = at.left.pop();
      if (inner !== undefined) enter(inner);
      else done.push(open.pop()?.node ?? start);
    }
  }
  return done;
};
