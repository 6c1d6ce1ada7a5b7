import type { DrawnEdge, DrawnNode } from './graph-model.js';
import type { LiveGraph } from './live-graph.js';
import type { Scopes } from './scopes.js';

type Mask = bigint;
type Asked = (at: string, of: string) => boolean;

/** Whose output is there when a node begins: surely, or in some runs. */
export interface Availability {
  readonly isSure: Asked;
  readonly isMaybe: Asked;
}

const givesOutput = ({ isSkipped, node }: DrawnNode): boolean => !isSkipped && node.onFault !== 'continue';

/** Spreads sets of nodes along the edges until nothing changes; sets are bit masks, for drawings of thousands of nodes. */
class Spread {
  private readonly ids: readonly string[];
  private readonly bits: ReadonlyMap<string, Mask>;
  private readonly all: Mask;

  constructor(
    private readonly graph: LiveGraph,
    private readonly scopes: Scopes,
  ) {
    this.ids = this.inOrderOfRun();
    this.bits = new Map(this.ids.map((id, index) => [id, 1n << BigInt(index)]));
    this.all = (1n << BigInt(this.ids.length)) - 1n;
  }

  sure(): Asked {
    return this.solve(this.all, (id, masks) => this.sureAt(id, masks));
  }

  maybe(): Asked {
    return this.solve(0n, (id, masks) =>
      this.edgesInto(id).reduce((mask, edge) => mask | (masks.get(edge.from) ?? 0n) | this.chanceAlong(edge), 0n),
    );
  }

  private solve(start: Mask, next: (id: string, masks: ReadonlyMap<string, Mask>) => Mask): Asked {
    const masks = new Map(this.ids.map((id) => [id, id === this.graph.entry ? 0n : start]));
    const queue = new Set(this.ids);
    for (const id of queue) {
      queue.delete(id);
      const mask = next(id, masks);
      if (mask === masks.get(id)) continue;
      masks.set(id, mask);
      for (const { to } of this.graph.out.get(id) ?? []) queue.add(to);
    }
    return (at, of) => ((masks.get(at) ?? 0n) & this.bitOf(of)) !== 0n;
  }

  /** Each node behind those that lead to it, so that one round settles nearly all; a loop that a drawing must not have comes last. */
  private inOrderOfRun(): readonly string[] {
    const open = new Map([...this.graph.nodes.keys()].map((id) => [id, this.edgesInto(id).length]));
    const order = new Set([...open].filter(([, count]) => count === 0).map(([id]) => id));
    for (const id of order)
      for (const edge of this.graph.out.get(id) ?? []) {
        if (this.scopes.backEdges.has(edge)) continue;
        const left = (open.get(edge.to) ?? 0) - 1;
        open.set(edge.to, left);
        if (left === 0) order.add(edge.to);
      }
    return [...order, ...[...open.keys()].filter((id) => !order.has(id))];
  }

  private edgesInto(id: string): readonly DrawnEdge[] {
    return (this.graph.into.get(id) ?? []).filter((edge) => !this.scopes.backEdges.has(edge));
  }

  private sureAt(id: string, masks: ReadonlyMap<string, Mask>): Mask {
    if (id === this.graph.entry) return 0n;
    const along = (edge: DrawnEdge): Mask => (masks.get(edge.from) ?? 0n) | this.outputAlong(edge);
    const groups = this.armGroups(id, this.edgesInto(id));
    return groups
      .map((edges) => edges.reduce((mask, edge) => mask & along(edge), this.all))
      .reduce((mask, group) => mask | group, 0n);
  }

  /** What must all have happened: each branch of a join of all branches; else one group of alternatives. */
  private armGroups(id: string, edges: readonly DrawnEdge[]): readonly (readonly DrawnEdge[])[] {
    const arms = this.scopes.arms.get(id);
    const mode = this.graph.nodes.get(id)?.node.params.mode;
    if (arms === undefined || mode === 'any' || mode === 'some') return [edges];
    const groups = new Map<string, DrawnEdge[]>();
    for (const edge of edges) {
      const branch = this.branchOf(edge, arms.fork);
      groups.set(branch, [...(groups.get(branch) ?? []), edge]);
    }
    return [...groups.values()];
  }

  private branchOf({ from, port }: DrawnEdge, fork: string): string {
    return from === fork ? port : (this.scopes.frames.get(from)?.branch ?? port);
  }

  private outputAlong({ from, port }: DrawnEdge): Mask {
    const node = this.graph.nodes.get(from);
    if (node === undefined || !givesOutput(node) || port === 'error') return 0n;
    return node.role === 'each' && port === 'item' ? 0n : this.bitOf(from);
  }

  /** Behind its fault a step has no output. */
  private chanceAlong({ from, port }: DrawnEdge): Mask {
    return port === 'error' ? 0n : this.bitOf(from);
  }

  private bitOf(id: string): Mask {
    return this.bits.get(id) ?? 0n;
  }
}

export const availabilityOf = (graph: LiveGraph, scopes: Scopes): Availability => {
  const spread = new Spread(graph, scopes);
  return { isSure: spread.sure(), isMaybe: spread.maybe() };
};
