import type { Binding, Manifest, Note, Scenario, ScenarioNode } from '@potok/contracts';
import { collectReferences, placeScope, type PlaceScope, rerootReferences } from '@potok/scenario';
import type { Language } from '../../app/texts/language.js';
import { graphOf, MAIN } from '../../canvas/graph.js';
import { NODE_HEIGHT, NODE_WIDTH } from '../../canvas/layout.js';
import { fragmentOf } from '../document/fragment.js';
import type { Fragment } from '../document/commands/drawing-commands.js';
import type { Kit, Point } from '../document/kit.js';
import { entriesOf, type ExtractFault, faultOf } from './extract-fault.js';
import { handedSchema } from './handed-schema.js';

interface Chosen {
  readonly graph: string;
  readonly nodes: ReadonlySet<string>;
}

export interface Extracted {
  /** The chosen steps as a scenario that begins with a call; its texts are in this language. */
  readonly scenario: (language: Language) => Scenario;
  /** The step that calls it; the id of the made scenario is still to be put in. */
  readonly call: ScenarioNode;
  /** What stands in the way. */
  readonly fault?: ExtractFault;
}

/** What the chosen steps use of what stays. */
interface Used {
  readonly steps: readonly string[];
  readonly waits: readonly string[];
  readonly isTrigger: boolean;
}

const usedOf = (nodes: readonly ScenarioNode[], moved: ReadonlySet<string>): Used => {
  const references = nodes.flatMap(({ params }) => collectReferences(params));
  const outside = (root: 'steps' | 'waits'): readonly string[] => {
    const ids = references.flatMap((one) => (one.root === root ? one.path.slice(0, 1) : []));
    return [...new Set(ids)].filter((id) => id !== '*' && !moved.has(id));
  };
  return {
    steps: outside('steps'),
    waits: outside('waits'),
    isTrigger: references.some(({ root }) => root === 'trigger'),
  };
};

interface Handed {
  readonly input: Readonly<Record<string, unknown>>;
  readonly schema: Readonly<Record<string, unknown>>;
}

interface Field {
  readonly key: string;
  readonly value: unknown;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly isSure: boolean;
}

const stepFields = (used: Used, { steps }: PlaceScope): readonly Field[] =>
  used.steps.map((id) => {
    const step = steps.find(({ node }) => node === id);
    const isSure = step?.isSure ?? true;
    return {
      key: id,
      // Where a step did not run there is no data of it, and the called scenario has to bear that.
      value: { $cel: isSure ? `steps.${id}` : `def(steps.${id}, {})` },
      schema: { title: step?.name ?? id, ...handedSchema(step?.schema ?? {}, isSure) },
      isSure,
    };
  });

const triggerField = (used: Used, { trigger }: PlaceScope): readonly Field[] =>
  used.isTrigger
    ? [
        {
          key: 'trigger',
          value: { $cel: 'trigger' },
          schema: { title: trigger?.name ?? 'trigger', ...handedSchema(trigger?.schema ?? {}, true) },
          isSure: true,
        },
      ]
    : [];

const waitsField = (used: Used): readonly Field[] =>
  used.waits.length === 0
    ? []
    : [
        {
          key: 'waits',
          value: Object.fromEntries(used.waits.map((id) => [id, { $cel: `waits.${id}` }])),
          schema: { type: 'object', additionalProperties: true },
          isSure: true,
        },
      ];

const handedOf = (used: Used, scope: PlaceScope): Handed => {
  const fields = [...triggerField(used, scope), ...stepFields(used, scope), ...waitsField(used)];
  return {
    input: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    schema: {
      type: 'object',
      properties: Object.fromEntries(fields.map(({ key, schema }) => [key, schema])),
      required: fields.filter(({ isSure }) => isSure).map(({ key }) => key),
    },
  };
};

interface Box {
  readonly from: Point;
  readonly to: Point;
}

const boxOf = (nodes: readonly ScenarioNode[]): Box => {
  const [xs, ys] = [nodes.map(({ position }) => position.x), nodes.map(({ position }) => position.y)];
  return {
    from: { x: Math.min(...xs), y: Math.min(...ys) },
    to: { x: Math.max(...xs) + NODE_WIDTH, y: Math.max(...ys) + NODE_HEIGHT },
  };
};

const isInside = ({ position, width, height }: Note, { from, to }: Box): boolean =>
  position.x >= from.x && position.y >= from.y && position.x + width <= to.x && position.y + height <= to.y;

const notesInside = (scenario: Scenario, box: Box): ReadonlySet<string> =>
  new Set((scenario.notes ?? []).filter((note) => isInside(note, box)).map(({ id }) => id));

const middleOf = ({ from, to }: Box): Point => ({
  x: Math.round((from.x + to.x - NODE_WIDTH) / 2),
  y: Math.round((from.y + to.y - NODE_HEIGHT) / 2),
});

const nodeOf = ({ kinds, newId }: Kit, type: string, position: Point): Omit<ScenarioNode, 'name' | 'params'> => ({
  id: newId('n'),
  type,
  typeVersion: kinds.get(type)?.version ?? 1,
  position,
});

const manifestOf = ({ kinds }: Kit): Manifest => ({ nodes: [...kinds.values()] });

/** The only whole group gives the name, else the first step. */
const nameOf = ({ nodes, groups }: Fragment, entry: string | undefined): string =>
  groups.find((group) => group.nodes.length === nodes.length)?.title ??
  nodes.find(({ id }) => id === entry)?.name ??
  '—';

const BESIDE = 88;

interface Parts {
  readonly fragment: Fragment;
  readonly entry: string | undefined;
  readonly moved: ReadonlySet<string>;
  readonly schema: Handed['schema'];
}

const ownScenario = ({ fragment, entry, moved, schema }: Parts, kit: Kit) => {
  const { nodes, edges, notes, groups, slots, parameters } = fragment;
  const first = nodes.find(({ id }) => id === entry) ?? nodes[0];
  const { x, y } = first?.position ?? { x: 0, y: 0 };
  const begins = nodeOf(kit, 'trigger.api', { x: x - NODE_WIDTH - BESIDE, y });
  const edge =
    entry === undefined ? [] : [{ id: kit.newId('e'), from: { node: begins.id, port: 'done' }, to: { node: entry } }];
  return (language: Language): Scenario => ({
    schemaVersion: 1,
    name: nameOf(fragment, entry),
    slots: [...slots],
    parameters: [...parameters],
    nodes: [
      { ...begins, name: kit.kinds.get(begins.type)?.title[language] ?? begins.type, params: { schema } },
      ...nodes.map((node) => ({ ...node, params: rerootReferences(node.params, moved) })),
    ],
    edges: [...edge, ...edges],
    ...(notes.length === 0 ? {} : { notes: [...notes] }),
    ...(groups.length === 0 ? {} : { groups: [...groups] }),
  });
};

/** The chosen steps as a scenario of its own, and the step that calls it in their place. */
export const extracted = (scenario: Scenario, { graph, nodes }: Chosen, kit: Kit): Extracted => {
  const drawn = graphOf(scenario, graph).nodes.filter(({ id }) => nodes.has(id));
  const moved = new Set(drawn.map(({ id }) => id));
  const box = boxOf(drawn);
  const notes = graph === MAIN ? notesInside(scenario, box) : new Set<string>();
  const fragment = fragmentOf(scenario, { graph, nodes: moved, notes });
  const [entry] = entriesOf(graphOf(scenario, graph), moved);
  const manifest = manifestOf(kit);
  const scope = placeScope(scenario, { manifest, graph, node: entry ?? '' });
  const { input, schema } = handedOf(usedOf(drawn, moved), scope);
  const own = ownScenario({ fragment, entry, moved, schema }, kit);
  const fault = faultOf({ scenario, graph, moved, own: own('ru') }, kit);
  const call: ScenarioNode = {
    ...nodeOf(kit, 'flow.call', middleOf(box)),
    name: nameOf(fragment, entry),
    params: Object.keys(input).length === 0 ? {} : { input },
  };
  return { scenario: own, call, ...(fault === undefined ? {} : { fault }) };
};

/** What fills the places of the extracted scenario: what fills the same places here. */
export const carriedBinding = ({ slots, parameters }: Scenario, binding: Binding): Binding => {
  const kept = <T>(values: Readonly<Record<string, T>>, places: readonly { readonly id: string }[]) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => places.some((place) => place.id === id)));
  return { slots: kept(binding.slots, slots), parameters: kept(binding.parameters, parameters) };
};
