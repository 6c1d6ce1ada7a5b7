import type { DrawnEdge } from './graph-model.js';
import type { LiveGraph } from './live-graph.js';

/** Where a node stands: inside which branches of forks and bodies of for-eaches, from the inside out. */
export interface Frame {
  readonly node: string;
  readonly branch: string;
  readonly kind: 'fork' | 'each';
  readonly parent: Frame | undefined;
}

export type ScopeProblem =
  | { readonly kind: 'join-without-fork'; readonly node: string }
  | { readonly kind: 'arms-differ'; readonly node: string }
  | { readonly kind: 'parallel-merges'; readonly node: string; readonly fork: string }
  | { readonly kind: 'body-leaks'; readonly node: string; readonly each: string };

export interface Scopes {
  readonly frames: ReadonlyMap<string, Frame | undefined>;
  /** Join → the fork that it gathers and the branches that reach it. */
  readonly arms: ReadonlyMap<string, { readonly fork: string; readonly branches: ReadonlySet<string> }>;
  /** Edges by which a body leads back to its for-each. */
  readonly backEdges: ReadonlySet<DrawnEdge>;
  readonly problems: readonly ScopeProblem[];
}

const isSame = (a: Frame | undefined, b: Frame | undefined): boolean => {
  if (a === undefined || b === undefined) return a === b;
  return a.node === b.node && a.branch === b.branch && isSame(a.parent, b.parent);
};

const hasFrame = (frame: Frame | undefined, node: string): boolean =>
  frame !== undefined && (frame.node === node || hasFrame(frame.parent, node));

/** The innermost frame of `a` that `b` does not share. */
const strayFrame = (a: Frame | undefined, b: Frame | undefined): Frame | undefined => {
  for (let frame = a; frame !== undefined; frame = frame.parent) {
    if (!hasFrame(b, frame.node)) return frame;
  }
  return a ?? b;
};

/** Gives every node its frames by walking from the entry; says where branches or bodies run into each other. */
class ScopeWalk {
  readonly frames = new Map<string, Frame | undefined>();
  readonly arms = new Map<string, { fork: string; branches: Set<string> }>();
  readonly backEdges = new Set<DrawnEdge>();
  readonly problems: ScopeProblem[] = [];

  constructor(private readonly graph: LiveGraph) {}

  walk(): Scopes {
    this.frames.set(this.graph.entry, undefined);
    if (this.graph.nodes.get(this.graph.entry)?.role === 'join') {
      this.problems.push({ kind: 'join-without-fork', node: this.graph.entry });
    }
    const queue = [this.graph.entry];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (const edge of this.graph.out.get(id) ?? []) {
        const isNew = !this.frames.has(edge.to);
        this.arrive(edge, this.frameAlong(edge));
        if (isNew && this.frames.has(edge.to)) queue.push(edge.to);
      }
    }
    return this;
  }

  private frameAlong({ from, port }: DrawnEdge): Frame | undefined {
    const node = this.graph.nodes.get(from);
    const parent = this.frames.get(from);
    if (node === undefined || node.isSkipped || port === 'error') return parent;
    if (node.role === 'fork') return { node: from, branch: port, kind: 'fork', parent };
    if (node.role === 'each' && port === 'item') return { node: from, branch: port, kind: 'each', parent };
    return parent;
  }

  private arrive(edge: DrawnEdge, frame: Frame | undefined): void {
    const node = this.graph.nodes.get(edge.to);
    if (node?.role === 'each' && frame?.kind === 'each' && frame.node === edge.to) {
      this.backEdges.add(edge);
    } else if (node?.role === 'join') {
      this.arriveAtJoin(edge, frame);
    } else this.place(edge.to, frame);
  }

  private arriveAtJoin({ to }: DrawnEdge, frame: Frame | undefined): void {
    if (frame?.kind !== 'fork') {
      this.problems.push({ kind: 'join-without-fork', node: to });
      if (!this.frames.has(to)) this.frames.set(to, frame);
      return;
    }
    const arms = this.arms.get(to) ?? { fork: frame.node, branches: new Set<string>() };
    this.arms.set(to, arms);
    if (arms.fork === frame.node) arms.branches.add(frame.branch);
    if (arms.fork !== frame.node || (this.frames.has(to) && !isSame(this.frames.get(to), frame.parent))) {
      this.problems.push({ kind: 'arms-differ', node: to });
    }
    if (!this.frames.has(to)) this.frames.set(to, frame.parent);
  }

  private place(id: string, frame: Frame | undefined): void {
    if (!this.frames.has(id)) {
      this.frames.set(id, frame);
      return;
    }
    const known = this.frames.get(id);
    if (isSame(known, frame)) return;
    const stray = strayFrame(frame, known) ?? strayFrame(known, frame);
    if (stray === undefined) return;
    this.problems.push(
      stray.kind === 'each'
        ? { kind: 'body-leaks', node: id, each: stray.node }
        : { kind: 'parallel-merges', node: id, fork: stray.node },
    );
  }
}

export const scopesOf = (graph: LiveGraph): Scopes => new ScopeWalk(graph).walk();

/** The for-each whose body a node stands in, innermost first. */
export const eachesAround = (frame: Frame | undefined): readonly string[] => {
  if (frame === undefined) return [];
  return frame.kind === 'each' ? [frame.node, ...eachesAround(frame.parent)] : eachesAround(frame.parent);
};
