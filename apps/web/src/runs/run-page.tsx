import { getRouteApi, Link } from '@tanstack/react-router';
import type { RunDetailView, StepView } from '@potok/contracts';
import { useCallback, useMemo } from 'react';
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
    ofStep: useCallback(({ id }: StepView) => go({ step: id }), [go]),
  };
};

const Body = ({ run }: { readonly run: RunDetailView }) => {
  const { runs } = useTexts();
  const search = route.useSearch();
  const choice = useChoice();
  const step = chosenStep(run, search);
  const overlay = useMemo(
    () => overlayOf(run.steps, graphOf(run.scenario, run.graph), run.startedAt),
    [run.steps, run.scenario, run.graph, run.startedAt],
  );
  return (
    <>
      <Drawing
        scenario={run.scenario}
        graph={run.graph}
        overlay={overlay}
        chosen={step?.node ?? search.node}
        onChoose={choice.ofNode}
      />
      <div className="run-body">
        <section>
          <h2 className="section-title">{runs.timeline}</h2>
          <Timeline steps={run.steps} more={run.moreSteps} chosen={step?.id} onChoose={choice.ofStep} />
        </section>
        <StepPanel run={run} step={step} node={search.node} />
      </div>
    </>
  );
};

const Head = ({ run }: { readonly run: RunDetailView }) => {
  const { runs, reruns } = useTexts();
  const { id } = useWorkspace();
  return (
    <div className="run-about">
      <RunState status={run.status} />
      {run.mode === 'trial' ? <TrialMark /> : null}
      <Link to="/w/$ws/scenarios/$id" params={{ ws: id, id: run.scenarioId }}>
        {run.scenarioName}
      </Link>
      <span>{run.mode === 'trial' ? reruns.draft : runs.version(run.versionNumber)}</span>
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
