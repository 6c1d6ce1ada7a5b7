import { getRouteApi, Link } from '@tanstack/react-router';
import type { RunDetailView, StepView } from '@potok/contracts';
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import type { RunSearch } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Drawing } from '../canvas/drawing.js';
import { graphOf } from '../canvas/graph.js';
import { overlayOf } from '../canvas/overlay.js';
import { Moment } from '../format/moment.js';
import { Loaded } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { RunState } from '../states/states.js';
import { TrialMark } from '../states/trial-mark.js';
import { useRun } from './queries.js';
import { RunChain } from './run-chain.js';
import { RunCommands } from './run-commands.js';
import { RunRepeats } from './run-repeats.js';
import { RunHeadline } from './run-headline.js';
import { StepPanel } from './step-panel.js';
import { subjectOf } from './subject.js';
import { Timeline } from './timeline.js';

const route = getRouteApi('/w/$ws/runs/$id');

/** The step that the address names, else the last visit of the chosen node, else the one that the run stands at. */
const chosenStep = (run: RunDetailView, { step, node }: RunSearch): StepView | undefined => {
  if (step !== undefined) return run.steps.find(({ id }) => id === step);
  if (node !== undefined) return run.steps.findLast((one) => one.node === node);
  const at = run.fault?.node ?? run.waitingFor?.node;
  return run.steps.findLast((one) => at === undefined || one.node === at);
};

const useChoice = () => {
  const navigate = route.useNavigate();
  const go = useCallback(
    (search: RunSearch) =>
      void navigate({
        search: (now) => ({ ...(now.tab ? { tab: now.tab } : {}), ...search }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return {
    ofNode: useCallback((node: string) => go({ node }), [go]),
    ofStep: useCallback((id: string) => go({ step: id }), [go]),
    none: useCallback(() => go({}), [go]),
  };
};

/** Where the step stands below everything, on a phone, a tap must not seem to do nothing. */
const bringIntoView = (panel: HTMLElement | null) => {
  if (window.matchMedia('(max-width: 1100px)').matches) panel?.scrollIntoView({ block: 'start' });
};

/** Enter on a node leads into its step, Esc back to the node, and the step is chosen no more. */
const usePanelKeys = (choice: ReturnType<typeof useChoice>, node: string | undefined) => {
  const panel = useRef<HTMLElement>(null);
  const { ofNode, ofStep, none } = choice;
  const open = useCallback(
    (chosen: string) => {
      ofNode(chosen);
      panel.current?.focus();
    },
    [ofNode],
  );
  const showNode = useCallback(
    (chosen: string) => {
      ofNode(chosen);
      bringIntoView(panel.current);
    },
    [ofNode],
  );
  const showStep = useCallback(
    ({ id }: StepView) => {
      ofStep(id);
      bringIntoView(panel.current);
    },
    [ofStep],
  );
  const onKeyDown = useCallback(
    ({ key, target, defaultPrevented, currentTarget }: KeyboardEvent<HTMLElement>) => {
      if (key !== 'Escape' || defaultPrevented || !(target instanceof Element)) return;
      if (target.closest('.step-panel') !== null && node !== undefined)
        currentTarget.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`)?.focus();
      none();
    },
    [node, none],
  );
  return { panel, open, showNode, showStep, onKeyDown };
};

const Body = ({ run }: { readonly run: RunDetailView }) => {
  const { runs } = useTexts();
  const search = route.useSearch();
  const choice = useChoice();
  const step = chosenStep(run, search);
  const { panel, open, showNode, showStep, onKeyDown } = usePanelKeys(choice, step?.node ?? search.node);
  const overlay = useMemo(() => overlayOf(run, graphOf(run.scenario, run.graph)), [run]);
  return (
    <div onKeyDown={onKeyDown}>
      <Drawing
        scenario={run.scenario}
        graph={run.graph}
        overlay={overlay}
        chosen={step?.node ?? search.node}
        onChoose={showNode}
        onOpen={open}
      />
      <div className="run-body">
        <section>
          <h2 className="section-title">{runs.timeline}</h2>
          <Timeline run={run} chosen={step?.id} onChoose={showStep} />
        </section>
        <StepPanel ref={panel} run={run} step={step} node={search.node} />
      </div>
    </div>
  );
};

const Head = ({ run }: { readonly run: RunDetailView }) => {
  const { reruns, runs } = useTexts();
  const { id } = useWorkspace();
  return (
    <div className="run-about">
      <RunState status={run.status} />
      {run.mode === 'trial' ? <TrialMark /> : null}
      <Link to="/w/$ws/scenarios/$id" params={{ ws: id, id: run.scenarioId }}>
        {run.scenarioName}
      </Link>
      <span>{run.mode === 'trial' ? reruns.draft : runs.version(run.versionNumber)}</span>
      <Link
        to="/w/$ws/scenarios/$id/compare"
        params={{ ws: id, id: run.scenarioId }}
        search={{ from: run.versionId, to: 'published' }}
      >
        {runs.showDifference}
      </Link>
      <span>
        {`${runs.started} `}
        <Moment at={run.startedAt} />
      </span>
      {run.deliveryId === undefined ? null : (
        <Link to="/w/$ws/deliveries" params={{ ws: id }} search={{ open: run.deliveryId }}>
          {runs.openDelivery}
        </Link>
      )}
    </div>
  );
};

export const RunPage = () => {
  const texts = useTexts();
  const { id } = route.useParams();
  const { id: ws } = useWorkspace();
  const answer = useRun(id);
  const run = answer.data;
  const title = run === undefined ? texts.runs.run(id.slice(-8)) : subjectOf(run, texts).join(' · ');
  return (
    <PageFrame
      title={title}
      crumbs={
        <Link to="/w/$ws/runs" params={{ ws }}>
          {texts.runs.title}
        </Link>
      }
      about={run === undefined ? undefined : <Head run={run} />}
      action={
        run === undefined ? undefined : (
          <>
            <RunCommands run={run} />
            <RunRepeats run={run} />
          </>
        )
      }
    >
      <Loaded answer={answer}>
        {(data) => (
          <>
            <RunHeadline run={data} />
            <RunChain run={data} />
            <Body run={data} />
          </>
        )}
      </Loaded>
    </PageFrame>
  );
};
