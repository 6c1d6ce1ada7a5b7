import type { Binding, Scenario, ScenarioNode } from '@potok/contracts';
import { portsOf } from '@potok/scenario';
import { type Edge, type Node, Position } from '@xyflow/react';
import type { Texts } from '../app/texts/catalogue.js';
import type { Language } from '../app/texts/language.js';
import { type Graph, graphOf } from './graph.js';
import { brandOf, iconMask } from './icon.js';
import { NODE_HEIGHT, NODE_WIDTH, ownPlaces, type Places } from './layout.js';
import type { Kinds } from './manifest.js';
import { nodeWords, waitLimit } from './node-words.js';
import { wayTitle } from './way-title.js';

export interface Port {
  readonly id: string;
  readonly title: string;
  readonly y: number;
}

export interface StepNodeData extends Record<string, unknown> {
  readonly name: string;
  readonly words: string;
  readonly icon: string;
  readonly brand: string;
  readonly kind: 'trigger' | 'wait' | 'node' | 'flow';
  readonly limit?: string;
  readonly hasInput: boolean;
  readonly ports: readonly Port[];
  readonly isSkipped: boolean;
}
export type StepNode = Node<StepNodeData, 'step'>;
export type NoteNode = Node<{ readonly text: string }, 'note'>;

export interface PathData extends Record<string, unknown> {
  readonly port: string;
  readonly title?: string;
  readonly isError: boolean;
  readonly isUndo: boolean;
  /** Edges into one node whose names would lie upon one another: this one is the n-th. */
  readonly place: number;
}
export type PathEdge = Edge<PathData, 'path'>;

export interface Drawn {
  readonly nodes: readonly (StepNode | NoteNode)[];
  readonly edges: readonly PathEdge[];
}

export interface Drawing {
  readonly scenario: Scenario;
  readonly binding?: Binding;
  readonly graph: string;
  readonly kinds: Kinds;
  readonly texts: Texts;
  readonly language: Language;
}

const ERROR_PORT = 'error';

/** Ports of a node type that this release does not know: those that the drawing uses. */
const usedPorts = (node: ScenarioNode, { edges }: Graph): readonly string[] => [
  ...new Set(edges.filter(({ from }) => from.node === node.id).map(({ from }) => from.port)),
];

const drawnPorts = (node: ScenarioNode, graph: Graph, { kinds, texts }: Drawing): readonly Port[] => {
  const manifest = kinds.get(node.type);
  const ids = manifest === undefined ? usedPorts(node, graph) : portsOf(node, manifest);
  return ids.map((id, index) => ({
    id,
    title: wayTitle(node, id, texts),
    y: (NODE_HEIGHT * (index + 1)) / (ids.length + 1),
  }));
};

/** Given with the node, so that the first drawing needs no measuring. */
const handlesOf = (ports: readonly Port[], hasInput: boolean): NonNullable<StepNode['handles']> => [
  ...(hasInput
    ? [{ id: null, type: 'target' as const, position: Position.Left, x: 0, y: NODE_HEIGHT / 2, width: 1, height: 1 }]
    : []),
  ...ports.map(({ id, y }) => ({
    id,
    type: 'source' as const,
    position: Position.Right,
    x: NODE_WIDTH,
    y,
    width: 1,
    height: 1,
  })),
];

const drawnNode = (
  node: ScenarioNode,
  graph: Graph,
  { places, drawing }: { places: Places; drawing: Drawing },
): StepNode => {
  const manifest = drawing.kinds.get(node.type);
  const ports = drawnPorts(node, graph, drawing);
  const hasInput = manifest?.kind !== 'trigger';
  const limit = manifest?.kind === 'wait' ? waitLimit(node, drawing) : undefined;
  return {
    id: node.id,
    type: 'step',
    position: places.get(node.id) ?? node.position,
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
    handles: handlesOf(ports, hasInput),
    ariaLabel: node.name,
    data: {
      name: node.name,
      words: nodeWords(node, manifest, drawing),
      icon: iconMask(manifest),
      brand: brandOf(manifest),
      kind: manifest?.kind ?? 'node',
      hasInput,
      ports,
      isSkipped: node.isSkipped === true,
      ...(limit === undefined ? {} : { limit }),
    },
  };
};

const drawnEdges = (graph: Graph, nodes: readonly StepNode[]): readonly PathEdge[] => {
  const portsById = new Map(nodes.map(({ id, data }) => [id, data.ports]));
  const into = new Map<string, number>();
  return graph.edges.map(({ id, from, to }) => {
    const ports = portsById.get(from.node) ?? [];
    const title = ports.find((port) => port.id === from.port)?.title ?? from.port;
    const place = into.get(to.node) ?? 0;
    if (ports.length > 1) into.set(to.node, place + 1);
    return {
      id,
      type: 'path',
      source: from.node,
      sourceHandle: from.port,
      target: to.node,
      focusable: false,
      selectable: false,
      data: {
        port: from.port,
        isError: from.port === ERROR_PORT,
        isUndo: graph.path !== undefined,
        place,
        ...(ports.length > 1 ? { title } : {}),
      },
    };
  });
};

const drawnNotes = (scenario: Scenario): readonly NoteNode[] =>
  (scenario.notes ?? []).map(({ id, text, position, width, height }) => ({
    id,
    type: 'note',
    position,
    width,
    height,
    focusable: false,
    selectable: false,
    data: { text },
  }));

/** A scenario's graph as React Flow draws it: plain data, made once for a drawing. */
export const drawnOf = (drawing: Drawing, placed: (graph: Graph) => Places = ownPlaces): Drawn => {
  const graph = graphOf(drawing.scenario, drawing.graph);
  const places = placed(graph);
  const nodes = graph.nodes.map((node) => drawnNode(node, graph, { places, drawing }));
  const notes = graph.path === undefined ? drawnNotes(drawing.scenario) : [];
  return { nodes: [...notes, ...nodes], edges: drawnEdges(graph, nodes) };
};
