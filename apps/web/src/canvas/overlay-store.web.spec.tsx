import '../testing/clean-up.js';
import { MantineProvider } from '@mantine/core';
import { expect, it } from '@jest/globals';
import type { Scenario, StepView } from '@potok/contracts';
import { type NodeProps, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { act, render } from '@testing-library/react';
import { Profiler } from 'react';
import { catalogues } from '../app/texts/catalogue.js';
import { HereProvider } from '../app/use-workspace.js';
import { aManifest } from '../testing/fixtures/manifest.js';
import { aRunDetail, aStep } from '../testing/fixtures/runs.js';
import { aScenario } from '../testing/fixtures/scenario.js';
import { aSession } from '../testing/fixtures/session.js';
import { drawnOf, type StepNode } from './drawn.js';
import { kindsOf } from './manifest.js';
import { overlayOf } from './overlay.js';
import { OverlayContext, OverlayStore } from './overlay-store.js';
import { StepNodeCard } from './step-node.js';

const MANY = 100;
const ids = Array.from({ length: MANY }, (_one, index) => `n${index}`);

const scenario = (): Scenario => {
  const base = aScenario();
  const [, build] = base.nodes;
  return {
    ...base,
    nodes: ids.map((id, index) => ({ ...build!, id, name: id, position: { x: index * 240, y: 0 } })),
    edges: [],
  };
};
const steps = (over: Partial<Record<string, Partial<StepView>>> = {}): readonly StepView[] =>
  ids.map((node, seq) => {
    const { endedAt: _ended, port: _port, ...going } = aStep({ node, seq, status: 'started' });
    return { ...going, ...over[node] };
  });
const overlay = (over?: Parameters<typeof steps>[0]) =>
  overlayOf({ ...aRunDetail(), waits: [], steps: steps(over) }, scenario());

/** A store whose frames are drawn by hand, and what was rendered meanwhile. */
const openCanvas = () => {
  const frames: (() => void)[] = [];
  const renders: string[] = [];
  const store = new OverlayStore((write) => frames.push(write));
  const Counted = (props: NodeProps<StepNode>) => (
    <Profiler id={props.id} onRender={(id) => renders.push(id)}>
      <StepNodeCard {...props} />
    </Profiler>
  );
  const nodeTypes = { step: Counted };
  const drawn = drawnOf({
    scenario: scenario(),
    graph: 'main',
    kinds: kindsOf(aManifest()),
    texts: catalogues.ru,
    language: 'ru',
  });
  const session = aSession();
  store.show(overlay(), undefined);
  render(
    <MantineProvider env="test">
      <HereProvider value={{ session, workspace: session.workspaces[0]! }}>
        <OverlayContext value={store}>
          <ReactFlowProvider>
            <ReactFlow nodes={[...drawn.nodes]} edges={[]} nodeTypes={nodeTypes as never} />
          </ReactFlowProvider>
        </OverlayContext>
      </HereProvider>
    </MantineProvider>,
  );
  expect(new Set(renders).size).toBe(MANY);
  renders.length = 0;
  return { store, frames, renders };
};
const done: Partial<StepView> = { status: 'done', port: 'done', endedAt: '2026-11-24T09:00:05Z' };

it('draws anew only the node whose step has news, of a hundred that go on', () => {
  const { store, frames, renders } = openCanvas();
  store.show(overlay({ n7: done }), undefined);
  act(() => frames.splice(0).forEach((draw) => draw()));
  expect(renders).toEqual(['n7']);
});

it('writes once a frame, however much news came since the last', () => {
  const { store, frames, renders } = openCanvas();
  let writes = 0;
  store.subscribe(() => (writes += 1));
  store.show(overlay({ n1: done }), undefined);
  store.show(overlay({ n1: done, n2: done }), undefined);
  store.show(overlay({ n1: done, n2: done, n3: done }), 'n3');
  expect([frames.length, writes, renders]).toEqual([1, 0, []]);
  act(() => frames.splice(0).forEach((draw) => draw()));
  expect(writes).toBe(1);
  expect([...renders].sort()).toEqual(['n1', 'n2', 'n3']);
});

it('draws nothing anew when a reading brought no news', () => {
  const { store, frames, renders } = openCanvas();
  store.show(overlay(), undefined);
  act(() => frames.splice(0).forEach((draw) => draw()));
  expect(renders).toEqual([]);
});
