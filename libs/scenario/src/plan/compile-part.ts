import { PLAN_FORMAT, type Plan, type Scenario, type SkeletonGraph } from '@potok/contracts';
import { edgesBy, reachableFrom, type DrawnEdge, type DrawnNode, type GraphModel } from '../analysis/graph-model.js';
import type { LiveGraph } from '../analysis/live-graph.js';
import { eachesAround, scopesOf } from '../analysis/scopes.js';
import { checkScenario } from '../drawing/check-scenario.js';
import type { ScenarioFinding } from '../finding.js';
import { examine, type CompileOptions } from './compile-scenario.js';
import { skeletonOf } from './skeleton.js';
import { parametersOf, slotsOf, stepOf, triggerOf } from './steps.js';
import type { UnderstoodGraph } from './understood-graph.js';

/** What of a graph is to be walked: one node alone, all up to a node, or (neither) the whole. */
export interface Part {
  readonly graph: string;
  readonly only?: string | undefined;
  readonly upTo?: string | undefined;
}

export interface CompiledPart {
  /** Its `main` is the part. Present only when nothing stands in the way of walking it. */
  readonly plan?: Plan;
  /** Only what stands in the way. */
  readonly findings: readonly ScenarioFinding[];
  /** No way leads to the asked node: it is joined to nothing, or it is the trigger, with which all ways begin. */
  readonly isApart?: true;
}

/** Wrong for a run, and no obstacle to a try: nothing is sent, undone or called in it. */
const HARMLESS: ReadonlySet<string> = new Set([
  'SLOT_MISSING',
  'SLOT_UNKNOWN',
  'SLOT_GATEWAY_WRONG',
  'UNDO_MISSING',
  'LEGAL_WITHOUT_PATH',
  'PATH_OF_UNKNOWN_NODE',
  'ERROR_PORT_WITHOUT_EDGE',
  'EACH_WITHOUT_BODY',
  'CALL_UNKNOWN',
  'CALL_CYCLE',
  'RETRY_DELAYS_CROSSED',
  'NODE_UNREACHABLE',
  'WAIT_NOT_AHEAD',
]);

/**
 * Compiles a part of a drawing for a try: errors elsewhere in the drawing do not count. Never throws on a drawing. Of a
 * for-each around the one node that is asked for, only the way to that node is kept.
 */
export const compilePart = (json: unknown, part: Part, options: CompileOptions): CompiledPart => {
  const { scenario, findings: malformed } = checkScenario(json);
  if (scenario === undefined) return { findings: malformed };
  const { graphs, findings } = examine(scenario, options);
  const graph = graphs.find(({ model }) => model.id === part.graph);
  if (isApart(graph, part)) return { findings: [], isApart: true };
  const kept = graph === undefined ? undefined : partOf(graph, part);
  const errors = findings.list().filter(({ severity, code }) => severity === 'error' && !HARMLESS.has(code));
  const walked = kept === undefined ? undefined : new Set([...kept.nodes.keys(), ...triggerIdsOf(graphs[0], part)]);
  const blocking = errors.filter(({ node }) => walked === undefined || (node !== undefined && walked.has(node)));
  if (kept === undefined || blocking.length > 0) return { findings: blocking };
  return { plan: planOfPart(scenario, kept, graphs[0]), findings: [] };
};

const isApart = (graph: UnderstoodGraph | undefined, { upTo }: Part): boolean =>
  upTo !== undefined && graph?.live !== undefined && graph.model.nodes.has(upTo) && !graph.live.nodes.has(upTo);

/** A step alone is fed by hand: whatever the trigger's own settings say does not matter to it. */
const triggerIdsOf = (main: UnderstoodGraph | undefined, { only }: Part): readonly string[] => {
  const trigger = main?.live?.trigger;
  return trigger === undefined || only !== undefined ? [] : [trigger.id];
};

const partOf = ({ model, live, scopes }: UnderstoodGraph, { only, upTo }: Part): LiveGraph | undefined => {
  if (only !== undefined) {
    const around = scopes === undefined ? [] : [...eachesAround(scopes.frames.get(only))].reverse();
    return model.nodes.has(only) ? chainOf(model, [...around, only]) : undefined;
  }
  if (live === undefined || upTo === undefined) return live;
  if (!live.nodes.has(upTo)) return undefined;
  const into = reachableFrom(upTo, (id) => (live.into.get(id) ?? []).map((edge) => ({ ...edge, to: edge.from })));
  return keep(live, { ids: into, last: upTo, entry: live.entry });
};

/** For-eaches, each led into the next by its body, and the node within them. */
const chainOf = (model: GraphModel, ids: readonly string[]): LiveGraph => {
  const edges = ids.slice(1).map((to, at): DrawnEdge => ({ id: `way${at}`, from: ids[at] ?? '', port: 'item', to }));
  return liveOf(model, { ids: new Set(ids), edges, entry: ids[0] ?? '' });
};

const keep = (
  live: LiveGraph,
  of: { readonly ids: ReadonlySet<string>; readonly last: string; readonly entry: string },
): LiveGraph => {
  const isKept = ({ from, to }: DrawnEdge) => from !== of.last && of.ids.has(from) && of.ids.has(to);
  return liveOf(live, { ...of, edges: live.edges.filter(isKept) });
};

const liveOf = (
  model: GraphModel,
  of: { readonly ids: ReadonlySet<string>; readonly edges: readonly DrawnEdge[]; readonly entry: string },
): LiveGraph => {
  return {
    id: model.id,
    nodes: new Map([...model.nodes].filter(([id]) => of.ids.has(id))),
    edges: of.edges,
    out: edgesBy('from', of.edges),
    into: edgesBy('to', of.edges),
    entry: of.entry,
  };
};

const NO_TRIGGER: Plan['steps']['trigger'] = { node: '', type: '', typeVersion: 1, params: {}, output: {} };

const planOfPart = (scenario: Scenario, live: LiveGraph, main: UnderstoodGraph | undefined): Plan => {
  const graph: SkeletonGraph = skeletonOf(live, scopesOf(live));
  const trigger: DrawnNode | undefined = main?.live?.trigger;
  return {
    planFormat: PLAN_FORMAT,
    skeleton: { main: graph, paths: [], calls: {} },
    steps: {
      trigger: trigger === undefined ? NO_TRIGGER : triggerOf(trigger),
      nodes: Object.fromEntries([...live.nodes.values()].map((node) => [node.id, stepOf(node, [])])),
      slots: slotsOf(scenario),
      parameters: parametersOf(scenario),
    },
  };
};
