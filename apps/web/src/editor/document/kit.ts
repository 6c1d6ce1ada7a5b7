import type { Scenario, ScenarioEdge, ScenarioNode } from '@potok/contracts';
import { portsOf } from '@potok/scenario';
import { graphOf } from '../../canvas/graph.js';
import type { Kinds } from '../../canvas/manifest.js';
import { type Change, type Element, type ListRef, listAt } from './change.js';

/** What commands need beside the document: node types, and new ids. */
export interface Kit {
  readonly kinds: Kinds;
  readonly newId: (prefix: 'n' | 'e' | 't' | 'g' | 'p' | 's') => string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Gathers changes one after another, each seen by the next. */
export class Pen {
  readonly changes: Change[] = [];

  constructor(
    private scenario: Scenario,
    private readonly apply: (scenario: Scenario, change: Change) => Scenario,
  ) {}

  get drawing(): Scenario {
    return this.scenario;
  }

  list<T extends Element>(ref: ListRef): readonly T[] {
    return listAt(this.scenario, ref) as readonly T[];
  }

  put(list: ListRef, item: Element, at = this.list(list).length): void {
    this.note({ kind: 'put', list, at, item });
  }

  take(list: ListRef, id: string): void {
    const at = this.indexOf(list, id);
    const item = this.list(list)[at];
    if (item !== undefined) this.note({ kind: 'take', list, at, item });
  }

  swap<T extends Element>(list: ListRef, id: string, change: (before: T) => T): void {
    const at = this.indexOf(list, id);
    const before = this.list<T>(list)[at];
    if (before === undefined) return;
    const after = change(before);
    if (after !== before) this.note({ kind: 'swap', list, at, before, after });
  }

  whole(after: Scenario): void {
    if (after !== this.scenario) this.note({ kind: 'scenario', before: this.scenario, after });
  }

  private indexOf(list: ListRef, id: string): number {
    return this.list<Element & { readonly id: string }>(list).findIndex((one) => one.id === id);
  }

  private note(change: Change): void {
    this.changes.push(change);
    this.scenario = this.apply(this.scenario, change);
  }
}

export const nodesOf = (graph: string): ListRef => ({ of: 'nodes', graph });
export const edgesOf = (graph: string): ListRef => ({ of: 'edges', graph });

export const findNode = (scenario: Scenario, graph: string, id: string): ScenarioNode | undefined =>
  graphOf(scenario, graph).nodes.find((node) => node.id === id);

/** The ways out of a node; of a type that this release does not know, none. */
export const exitsOf = (node: ScenarioNode, { kinds }: Kit): readonly string[] => {
  const manifest = kinds.get(node.type);
  return manifest === undefined ? [] : portsOf(node, manifest);
};

export const edgeFrom = (edges: readonly ScenarioEdge[], node: string, port: string): ScenarioEdge | undefined =>
  edges.find(({ from }) => from.node === node && from.port === port);

/** The way on: the first free exit, else the first of all. */
export const freeExit = (node: ScenarioNode, edges: readonly ScenarioEdge[], kit: Kit): string | undefined => {
  const exits = exitsOf(node, kit);
  return exits.find((port) => edgeFrom(edges, node.id, port) === undefined) ?? exits[0];
};
