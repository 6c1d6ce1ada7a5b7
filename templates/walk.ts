import type { Manifest, Scenario, Services } from '@potok/contracts';
import type { AnyDefinition, NodeDefinition, TriggerDefinition, WaitDefinition, WaitNews } from '@potok/node-sdk';
import { exampleKey, NOW } from '@potok/node-sdk/testing';
import { findDefinition } from '@potok/nodes';
import { evaluateParams } from '@potok/scenario';

type ScenarioNode = Scenario['nodes'][number];

/** The world that a template is walked in. */
export interface Walk {
  readonly scenario: Scenario;
  readonly manifest: Manifest;
  readonly params: Readonly<Record<string, unknown>>;
  /** What comes to the trigger. */
  readonly body: unknown;
  readonly clients: Readonly<Record<string, unknown>>;
  readonly services: Partial<Services>;
  /** What comes for a wait that does not answer itself. */
  readonly news?: Readonly<Record<string, WaitNews>>;
  readonly waits?: Readonly<Record<string, unknown>>;
}

/** Follows a drawing from its trigger to the end of one branch: which nodes were visited and what they gave. Forks and loops are the engine's. */
export const walk = async (given: Walk) => {
  const steps: Record<string, unknown> = {};
  const visited: string[] = [];
  const start = given.scenario.nodes.find(({ type }) => type.startsWith('trigger.'));
  const trigger = start === undefined ? undefined : await triggerOf(given, start);
  let next = after(given.scenario, start, 'done');
  while (next !== undefined) {
    visited.push(next.id);
    const { output, port } = await stepOf(given, next, { trigger, steps });
    steps[next.id] = output;
    next = after(given.scenario, next, port);
  }
  return { trigger, steps, visited };
};

const after = (scenario: Scenario, node: ScenarioNode | undefined, port: string): ScenarioNode | undefined => {
  const edge = scenario.edges.find(({ from }) => from.node === node?.id && from.port === port);
  return scenario.nodes.find(({ id }) => id === edge?.to.node);
};

interface Known {
  readonly trigger: unknown;
  readonly steps: Readonly<Record<string, unknown>>;
}

const inputOf = ({ params, waits = {}, manifest }: Walk, node: ScenarioNode, known: Known): unknown =>
  evaluateParams(
    node.params,
    { ...known, params, waits, run: { id: 'run', startedAt: NOW.toISOString(), mode: 'dry' }, now: NOW },
    manifest.nodes.find(({ id }) => id === node.type)?.input,
  );

const triggerOf = async (given: Walk, node: ScenarioNode): Promise<unknown> => {
  const decided = await (definitionOf(node) as TriggerDefinition).accept({
    body: given.body,
    headers: {},
    params: inputOf(given, node, { trigger: undefined, steps: {} }),
    client: given.clients[node.slot ?? ''],
    now: NOW,
    signal: new AbortController().signal,
  });
  if (decided.kind === 'ignore') throw new Error(decided.reason);
  return decided.output;
};

const stepOf = async (given: Walk, node: ScenarioNode, known: Known) => {
  const work = {
    input: inputOf(given, node, known),
    client: given.clients[node.slot ?? ''],
    services: given.services,
    key: exampleKey(node.id),
    signal: new AbortController().signal,
    log: () => undefined,
  };
  if (node.type === 'flow.stop') return { output: work.input, port: '' };
  const definition = definitionOf(node) as NodeDefinition | WaitDefinition;
  return definition.kind === 'node'
    ? definition.run(work)
    : answerOf(definition, { ...work, now: NOW }, given.news?.[node.id]);
};

const answerOf = async (
  wait: WaitDefinition,
  work: Parameters<WaitDefinition['take']>[0],
  news: WaitNews | undefined,
): Promise<{ readonly output: unknown; readonly port: string }> => {
  const opened = await wait.open({ ...work, token: 'token', callbackUrl: 'https://potok.example/hooks/token' });
  const answer = opened.answer ?? (news === undefined ? undefined : await wait.take(work, news));
  if (answer === undefined) throw new Error(`nothing comes for ${wait.id}`);
  return answer;
};

const definitionOf = ({ type, typeVersion }: ScenarioNode): AnyDefinition => {
  const definition = findDefinition(type, typeVersion);
  if (definition === undefined) throw new Error(`${type}@${typeVersion} is unknown`);
  return definition;
};
