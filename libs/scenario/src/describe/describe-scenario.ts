import type { AnyManifest, Binding, Scenario, ScenarioNode, ScenarioPath } from '@potok/contracts';
import type { Language } from '../describe-finding.js';
import { flowManifests } from '../flow/flow-manifests.js';
import { portsOf } from '../flow/node-role.js';
import { givenValue } from '../values/bound-parameters.js';
import type { DescribedExit, DescribedPart, DescribedStep, ScenarioDescription } from './description.js';
import { manifestsOf, type Naming, parameterValue } from './naming.js';
import { settingsOf } from './setting-words.js';
import { type OrderedNode, storyOrder } from './step-order.js';
import { exitWords, toldOf } from './step-words.js';
import { texts as english } from './texts.en.js';
import { texts as russian } from './texts.ru.js';

export interface DescribeOptions {
  /** Node types, as in the manifest. */
  readonly nodes: readonly AnyManifest[];
  readonly language: Language;
  readonly binding?: Binding;
  /** Names of the workspace's connections, by id. */
  readonly connections?: Readonly<Record<string, string>>;
}

type Graph = Pick<Scenario, 'nodes' | 'edges'>;
type Numbers = ReadonlyMap<string, { readonly number: number; readonly name: string }>;

const namingOf = (scenario: Scenario, options: DescribeOptions): Naming => ({
  scenario,
  binding: options.binding ?? { slots: {}, parameters: {} },
  connections: options.connections ?? {},
  language: options.language,
  texts: options.language === 'ru' ? russian : english,
  nodes: new Map(
    [...(scenario.paths ?? []).flatMap(({ nodes }) => nodes), ...scenario.nodes].map((one) => [one.id, one]),
  ),
  manifestOf: manifestsOf([...flowManifests, ...options.nodes]),
  lines: [],
});

const portsOfNode = (node: ScenarioNode, { edges }: Graph, naming: Naming): readonly string[] => {
  const manifest = naming.manifestOf(node);
  if (manifest !== undefined) return portsOf(node, manifest);
  return [...new Set(edges.filter(({ from }) => from.node === node.id).map(({ from }) => from.port))];
};

const exitsOf = (node: ScenarioNode, graph: Graph, { numbers, naming }: { numbers: Numbers; naming: Naming }) => {
  const ports = portsOfNode(node, graph, naming);
  const isPlain = ports.length === 1 && node.type !== 'flow.parallel';
  return ports.flatMap((port): DescribedExit[] => {
    const when = isPlain ? {} : { when: exitWords(node, port, naming) };
    const edges = graph.edges.filter(({ from }) => from.node === node.id && from.port === port);
    if (edges.length === 0) return [when];
    return edges.map(({ to }) => {
      const target = numbers.get(to.node);
      return { ...when, ...(target === undefined ? {} : { to: target }) };
    });
  });
};

const whereOf = (node: ScenarioNode, { scenario, binding, connections }: Naming): string | undefined => {
  const slot = scenario.slots.find(({ id }) => id === node.slot);
  return connections[binding.slots[slot?.id ?? ''] ?? ''] ?? slot?.title;
};

const stepOf = (
  { node, isReached }: OrderedNode,
  graph: Graph,
  known: { readonly numbers: Numbers; readonly naming: Naming },
): DescribedStep => {
  const { naming, numbers } = known;
  const manifest = naming.manifestOf(node);
  const where = whereOf(node, naming);
  return {
    id: node.id,
    number: numbers.get(node.id)?.number ?? 0,
    name: node.name,
    kind: manifest?.kind ?? 'node',
    does: manifest?.summary[naming.language] ?? naming.texts.unknownKind(node.type),
    ...(where === undefined ? {} : { where }),
    settings: node.type === 'flow.decide' ? [] : settingsOf(node.params, manifest?.input, naming),
    exits: exitsOf(node, graph, known),
    ...toldOf(node, manifest, naming),
    isSkipped: node.isSkipped === true,
    isReached,
  };
};

const stepsOf = (graph: Graph, naming: Naming): readonly DescribedStep[] => {
  const ordered = storyOrder(graph, (node) => portsOfNode(node, graph, naming));
  const numbers = new Map(ordered.map(({ node }, index) => [node.id, { number: index + 1, name: node.name }]));
  return ordered.map((one) => stepOf(one, graph, { numbers, naming }));
};

const pathPart = (path: ScenarioPath, naming: Naming): DescribedPart => ({
  id: path.id,
  kind: path.kind,
  title: path.title,
  about: naming.texts[path.kind](naming.nodes.get(path.ofNode)?.name ?? path.ofNode),
  steps: stepsOf(path, naming),
});

const valueText = (value: unknown, { texts }: Naming): string => {
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const parametersOf = (naming: Naming): ScenarioDescription['parameters'] =>
  naming.scenario.parameters.map(({ id, title }) => {
    const value = parameterValue(naming, id);
    return {
      title,
      ...(value === undefined ? {} : { value: valueText(value, naming) }),
      isDefault: givenValue(naming.binding.parameters, id) === undefined,
    };
  });

const slotsOf = ({ scenario, binding, connections, texts }: Naming): ScenarioDescription['slots'] =>
  scenario.slots.map(({ id, title, gateway }) => {
    const connection = connections[binding.slots[id] ?? ''];
    return { title, gateway: texts.gateways[gateway] ?? gateway, ...(connection === undefined ? {} : { connection }) };
  });

/**
 * A scenario in words: what starts it, each step with its parameters by their titles, which way it goes on, what it waits
 * for, what is done on a fault and how it is taken back. Never fails on a drawing that keeps the schema.
 */
export const describeScenario = (scenario: Scenario, options: DescribeOptions): ScenarioDescription => {
  const naming = namingOf(scenario, options);
  const steps = stepsOf(scenario, naming);
  const start = steps.find(({ kind }) => kind === 'trigger')?.does;
  return {
    title: scenario.name,
    ...(scenario.description === undefined ? {} : { about: scenario.description }),
    ...(start === undefined ? {} : { start }),
    slots: slotsOf(naming),
    parameters: parametersOf(naming),
    parts: [
      { id: 'main', kind: 'main', title: naming.texts.main, steps },
      ...(scenario.paths ?? []).map((path) => pathPart(path, naming)),
    ],
    rules: naming.texts.rules,
    notes: (scenario.notes ?? []).map(({ text }) => text).filter((text) => text !== ''),
  };
};
