import type { NodeId, Plan, SkeletonGraph, StepPlace } from '@potok/contracts';
import type { StepFacts } from '@potok/persistence';
import { framesAround, nodesFrom } from '@potok/scenario/interpreter';

/** Why a run cannot be repeated from a step; `node` and `at` are named in the sentence. */
export type RerunMisfit =
  | { readonly code: 'RERUN_STEP_UNKNOWN' | 'RERUN_NOT_REACHED'; readonly node: NodeId }
  | {
      readonly code: 'RERUN_IN_FOR_EACH' | 'RERUN_IN_BRANCH' | 'RERUN_BEFORE_OPEN' | 'RERUN_BEFORE_UNDONE';
      readonly node: NodeId;
      readonly at: NodeId;
    };

export interface RerunWay {
  /** What began before this is taken over. */
  readonly beforeSeq: number;
  /** In order of their start. */
  readonly takenOver: readonly StepFacts[];
  readonly repeated: readonly NodeId[];
}

/**
 * What a repeat from one place takes over and what it walks anew. The place lies on the main line: before it nothing was beside it,
 * so that the order of starting tells what came before.
 */
export const wayFrom = (
  graph: SkeletonGraph,
  steps: readonly StepFacts[],
  { from, begin }: { readonly from: StepPlace; readonly begin?: StepPlace | null },
): RerunWay | { readonly misfit: RerunMisfit } => {
  const { node } = from;
  const kinds = new Map(graph.nodes.map(({ id, kind }) => [id, kind]));
  if (!kinds.has(node)) return { misfit: { code: 'RERUN_STEP_UNKNOWN', node } };
  const frames = framesAround(graph);
  const at = frames.get(node);
  if (at !== undefined)
    return { misfit: { code: kinds.get(at) === 'each' ? 'RERUN_IN_FOR_EACH' : 'RERUN_IN_BRANCH', node, at } };
  const beforeSeq = firstSeq(graph, steps, { from, begin, frames });
  if (beforeSeq === undefined) return { misfit: { code: 'RERUN_NOT_REACHED', node } };
  const before = steps.filter(({ seq }) => seq < beforeSeq);
  const open = before.find(({ status }) => status !== 'done' && status !== 'skipped');
  if (open === undefined) return { beforeSeq, takenOver: before, repeated: nodesFrom(graph, node) };
  const isUndone = open.status === 'undone' || open.status === 'undo-failed';
  return { misfit: { code: isUndone ? 'RERUN_BEFORE_UNDONE' : 'RERUN_BEFORE_OPEN', node, at: open.node } };
};

/** When the run came to this place. A fork has no row of its own: its branches have. */
const firstSeq = (
  graph: SkeletonGraph,
  steps: readonly StepFacts[],
  {
    from,
    begin,
    frames,
  }: {
    readonly from: StepPlace;
    readonly begin: StepPlace | null | undefined;
    readonly frames: ReadonlyMap<NodeId, NodeId>;
  },
): number | undefined => {
  const seqs = steps
    .filter(
      ({ node, visit }) =>
        (node === from.node && visit === from.visit) ||
        (frames.get(node) === from.node && visit.startsWith(`${from.visit}/~`)),
    )
    .map(({ seq }) => seq);
  if (seqs.length > 0) return Math.min(...seqs);
  // It was ended before it began. What a repeat has taken over is not above zero.
  const { node, visit } = begin ?? { node: graph.entry, visit: '0' };
  return from.node === node && from.visit === visit ? 1 : undefined;
};

/** Waits whose address or key was handed out by a step that is taken over. */
export const openedAhead = ({ steps }: Pick<Plan, 'steps'>, takenOver: readonly StepFacts[]): StepPlace[] =>
  takenOver.flatMap(({ node, visit }) => (steps.nodes[node]?.opensBefore ?? []).map((wait) => ({ node: wait, visit })));

/** The node of those that a run has come through which another plan does not have, or has as something else. */
export const missingIn = (
  other: Pick<Plan, 'steps' | 'skeleton'>,
  own: Pick<Plan, 'steps'>,
  nodes: readonly NodeId[],
): NodeId | undefined =>
  nodes.find((node) => {
    const [mine, theirs] = [own.steps.nodes[node], other.steps.nodes[node]];
    const isThere = other.skeleton.main.nodes.some(({ id }) => id === node);
    return !isThere || mine?.type !== theirs?.type || mine?.typeVersion !== theirs?.typeVersion;
  });
