import type { AnyManifest, ScenarioNode } from '@potok/contracts';
import { portsOf } from '@potok/scenario';

/** A node at which a person may say which way a try goes on. */
export interface WayChoice {
  readonly node: string;
  readonly name: string;
  readonly ways: readonly { readonly port: string; readonly title: string }[];
  /** It goes by its conditions, unless a branch is chosen. */
  readonly isDecision: boolean;
}

interface Known {
  readonly kinds: ReadonlyMap<string, AnyManifest> | undefined;
  readonly titleOf: (node: ScenarioNode, port: string) => string;
}

const isDecision = (manifest: AnyManifest | undefined): boolean => manifest?.id === 'flow.decide';

/** Ways that a person can mean: what a decision does at a fault is not one of them. */
const waysOf = (node: ScenarioNode, manifest: AnyManifest | undefined): readonly string[] => {
  if (manifest?.kind === 'wait') return portsOf(node, manifest);
  if (manifest === undefined || !isDecision(manifest)) return [];
  return [...new Set(portsOf(node, manifest))].filter((port) => port !== 'error');
};

/** Waits with more than one way out, and decisions. */
export const wayChoices = (nodes: readonly ScenarioNode[], { kinds, titleOf }: Known): readonly WayChoice[] =>
  nodes.flatMap((node) => {
    const manifest = kinds?.get(node.type);
    const ways = waysOf(node, manifest).map((port) => ({ port, title: titleOf(node, port) }));
    return ways.length < 2 ? [] : [{ node: node.id, name: node.name, ways, isDecision: isDecision(manifest) }];
  });

/** Steps whose saved data can stand in a try for what they would do; the walk's own steps have none to save. */
export const isPinnable = (manifest: AnyManifest | undefined): boolean =>
  manifest?.kind === 'node' || manifest?.kind === 'wait' || manifest?.id === 'flow.call';
