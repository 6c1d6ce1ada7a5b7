import type { AnyManifest, Scenario } from '@potok/contracts';

type ScenarioNode = Scenario['nodes'][number];

/** What a drawn node is to the graph. */
export type NodeRole = 'trigger' | 'step' | 'wait' | 'fork' | 'join' | 'each' | 'call' | 'stop';

const flowRoles: Readonly<Record<string, NodeRole>> = {
  'flow.decide': 'step',
  'flow.parallel': 'fork',
  'flow.join': 'join',
  'flow.for-each': 'each',
  'flow.call': 'call',
  'flow.stop': 'stop',
};

export const roleOf = (manifest: AnyManifest): NodeRole => {
  switch (manifest.kind) {
    case 'trigger':
      return 'trigger';
    case 'wait':
      return 'wait';
    case 'node':
      return 'step';
    case 'flow':
      return flowRoles[manifest.id] ?? 'step';
  }
};

const textsOf = (list: unknown, pick: (one: unknown) => unknown): readonly string[] =>
  Array.isArray(list) ? list.map(pick).filter((one): one is string => typeof one === 'string' && one !== '') : [];

const drawnPorts = (node: ScenarioNode, manifest: AnyManifest): readonly string[] => {
  if (manifest.kind !== 'flow') return manifest.ports;
  if (manifest.id === 'flow.parallel') return textsOf(node.params.branches, (one) => one);
  if (manifest.id !== 'flow.decide') return manifest.ports;
  const branches = textsOf(node.params.branches, (one) => (one as { port?: unknown } | null)?.port);
  return [...branches, ...manifest.ports];
};

/** The ways out of a node: those of its manifest or its own branches, and `error` where it takes its faults itself. */
export const portsOf = (node: ScenarioNode, manifest: AnyManifest): readonly string[] => {
  const ports = drawnPorts(node, manifest);
  return node.onFault === 'port' && manifest.kind !== 'trigger' ? [...ports, 'error'] : ports;
};
