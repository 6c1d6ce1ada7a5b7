import type { Binding, SampleData, SampleView, Scenario, ScenarioNode, TriedStepView } from '@potok/contracts';
import { useMemo, useState } from 'react';
import { graphOf } from '../canvas/graph.js';
import { useKinds } from '../canvas/manifest.js';
import { useTexts } from '../app/texts/use-texts.js';
import { wayTitle } from '../canvas/way-title.js';
import { staleNodes } from './stale-nodes.js';
import { type TryExtent, tryOrderOf, useTry } from './use-try.js';
import { type WayChoice, wayChoices } from './way-choices.js';

interface Given {
  readonly scenarioId: string;
  readonly draft: Scenario;
  readonly binding: Binding;
  readonly graph: string;
}

/** All that an editor needs to try its draft: choice of data and ways, the last try, and which of its results are stale. */
export const useTrying = ({ scenarioId, draft, binding, graph }: Given) => {
  const kinds = useKinds().data;
  const texts = useTexts();
  const [sample, setSample] = useState<SampleView>();
  const [ports, setPorts] = useState<Readonly<Record<string, string>>>({});
  const [pinned, setPinned] = useState<readonly string[]>([]);
  const { run, tried, error, isBusy, forget } = useTry(scenarioId);
  const { nodes } = graphOf(draft, graph);
  const known = new Map(nodes.map((node) => [node.id, node]));
  const choices = useMemo(() => {
    const titleOf = (node: ScenarioNode, port: string) => wayTitle(node, port, texts);
    return wayChoices(graphOf(draft, graph).nodes, { kinds, titleOf });
  }, [draft, graph, kinds, texts]);
  const led = useMemo(() => onlyKnown(ports, choices), [ports, choices]);
  const example = triggerExample(draft, kinds);
  const data = useMemo(() => sample?.data ?? { trigger: example, steps: {} }, [sample, example]);
  const current = useMemo(() => currentData(data, tried?.view.steps ?? []), [data, tried]);
  const order = { draft, binding, graph, data, pinned, ports: led };
  const stale = useMemo(
    () =>
      tried === undefined ? noneStale : staleNodes(tried.order, { draft, data, pinned, ports: led }, tried.view.steps),
    [tried, draft, data, pinned, led],
  );
  return {
    sample,
    setSample,
    ports: led,
    setPorts,
    pinned,
    setPinned,
    choices,
    tried,
    error,
    isBusy,
    forget,
    stale,
    hasHook: nodes.some(({ type }) => isHook(kinds, type)),
    nameOf: (id: string): string => known.get(id)?.name ?? id,
    wayOf: (id: string, port: string): string => wayTitle(known.get(id), port, texts),
    tryIt: (extent: TryExtent) => run(tryOrderOf(order, extent)),
    /** Of a node the last visit. */
    resultOf: (node: string): TriedStepView | undefined => tried?.view.steps.findLast((step) => step.node === node),
    /** The data of the last try with what its steps gave: what is worth keeping. */
    current,
  };
};

const noneStale: ReturnType<typeof staleNodes> = new Map();

const isHook = (kinds: ReturnType<typeof useKinds>['data'], type: string): boolean => {
  const manifest = kinds?.get(type);
  return manifest?.kind === 'trigger' && (manifest.trigger === 'webhook' || manifest.trigger === 'crm');
};

/** Ways of nodes, and branches, that were deleted since are forgotten. */
const onlyKnown = (ports: Readonly<Record<string, string>>, choices: readonly WayChoice[]) =>
  Object.fromEntries(
    Object.entries(ports).filter(([id, port]) =>
      choices.some(({ node, ways }) => node === id && ways.some((way) => way.port === port)),
    ),
  );

const currentData = (data: SampleData, steps: readonly TriedStepView[]): SampleData => {
  const given = steps.filter(({ status, fault }) => status === 'done' && fault === undefined);
  const outputs = given.map(({ node, output }) => [node, output] as const);
  return { trigger: data.trigger, steps: { ...data.steps, ...Object.fromEntries(outputs) } };
};

const nothing = {};

/** What a trigger of this kind gives, as its own page shows it: something to begin with. */
const triggerExample = ({ nodes }: Scenario, kinds: ReturnType<typeof useKinds>['data']): unknown => {
  const manifest = nodes.map(({ type }) => kinds?.get(type)).find((one) => one?.kind === 'trigger');
  return manifest?.examples.find(({ output }) => output !== undefined)?.output ?? nothing;
};
