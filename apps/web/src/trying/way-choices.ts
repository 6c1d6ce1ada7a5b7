import type { AnyManifest, ScenarioNode } from '@potok/contracts';
import { portsOf } from '@potok/scenario';

/** A node at which a try needs to be told which way to go on. */
export interface WayChoice {
  readonly node: string;
  readonly name: string;
  readonly ports: readonly string[];
}

/** Waits with more than one way out. */
export const wayChoices = (
  nodes: readonly ScenarioNode[],
  kinds: ReadonlyMap<string, AnyManifest> | undefined,
): readonly WayChoice[] =>
  nodes.flatMap((node) => {
    const manifest = kinds?.get(node.type);
    const ports = manifest?.kind === 'wait' ? portsOf(node, manifest) : [];
    return ports.length < 2 ? [] : [{ node: node.id, name: node.name, ports }];
  });
