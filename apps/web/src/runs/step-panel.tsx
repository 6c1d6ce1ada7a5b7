import { Button, Tabs } from '@mantine/core';
import type { RunDetailView, StepView } from '@potok/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Ref, useState } from 'react';
import { STEP_TABS, type StepTab } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { graphOf, nodeOf } from '../canvas/graph.js';
import { traceOfStep } from '../canvas/overlay.js';
import { useTraceWords } from '../canvas/trace-words.js';
import { Attempts } from './attempts.js';
import { RerunDialog } from './run-dialogs.js';
import { canRepeat } from './run-repeats.js';
import { RunDocuments } from './run-documents.js';
import { StepCalls } from './step-calls.js';
import { StepData } from './step-data.js';
import { StepState } from '../states/states.js';

const route = getRouteApi('/w/$ws/runs/$id');

interface Props {
  readonly run: RunDetailView;
  readonly step: StepView | undefined;
  /** The node that was chosen, when the run has not reached it. */
  readonly node: string | undefined;
  readonly ref?: Ref<HTMLElement>;
}

const StepTabs = ({ run, step }: { readonly run: RunDetailView; readonly step: StepView }) => {
  const { runs } = useTexts();
  const tab = route.useSearch().tab ?? (step.fault === undefined ? 'output' : 'attempts');
  const navigate = route.useNavigate();
  const choose = (next: string | null) =>
    void navigate({ search: (now) => ({ ...now, tab: next as StepTab }), replace: true, resetScroll: false });
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false}>
      <Tabs.List>
        {STEP_TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {runs.tabs[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="input">
        <StepData runId={run.id} step={step} part="input" />
      </Tabs.Panel>
      <Tabs.Panel value="output">
        <StepData runId={run.id} step={step} part="output" />
      </Tabs.Panel>
      <Tabs.Panel value="attempts">
        <Attempts step={step} />
      </Tabs.Panel>
      <Tabs.Panel value="calls">
        <StepCalls runId={run.id} step={step} />
      </Tabs.Panel>
      <Tabs.Panel value="documents">
        <RunDocuments documents={run.documents} />
      </Tabs.Panel>
    </Tabs>
  );
};

/** A node without a step: the trigger began the run, to any other the run has not come. */
const NoStep = ({ run, node }: Pick<Props, 'run' | 'node'>) => {
  const { runs } = useTexts();
  const { id: ws } = useWorkspace();
  const graph = graphOf(run.scenario, run.graph);
  const chosen = graph.nodes.find(({ id }) => id === node);
  if (chosen === undefined) return <p className="dim">{runs.chooseStep}</p>;
  const isStart = graph.edges.every(({ to }) => to.node !== node);
  return (
    <>
      <h2>{chosen.name}</h2>
      <p className="dim">{isStart ? runs.startedHere : runs.notReached}</p>
      {isStart && run.deliveryId !== undefined ? (
        <Link to="/w/$ws/deliveries" params={{ ws }} search={{ open: run.deliveryId }}>
          {runs.openDelivery}
        </Link>
      ) : null}
    </>
  );
};

/** How long it goes on, what it waits for and until when, which try it is. */
const Standing = ({ run, step }: { readonly run: RunDetailView; readonly step: StepView }) => {
  const words = useTraceWords(traceOfStep(step, nodeOf(run, step), run));
  return words === '' ? null : <p className="step-standing dim">{words}</p>;
};

const RepeatHere = ({ run, step }: { readonly run: RunDetailView; readonly step: StepView }) => {
  const { reruns } = useTexts();
  const [isAsked, setAsked] = useState(false);
  if (!canRepeat(run)) return null;
  return (
    <p className="repeat-here">
      <Button variant="default" size="xs" onClick={() => setAsked(true)}>
        {reruns.rerunHere}
      </Button>
      {isAsked ? <RerunDialog run={run} kind="rerun" step={step} onClose={() => setAsked(false)} /> : null}
    </p>
  );
};

/** The chosen step: what went in, what came out, how it was tried. */
export const StepPanel = ({ run, step, node, ref }: Props) => {
  const { runs } = useTexts();
  return (
    <aside className="step-panel" aria-label={runs.step} ref={ref} tabIndex={-1}>
      {step === undefined ? (
        <NoStep run={run} node={node} />
      ) : (
        <>
          <header>
            <h2>{step.nodeName}</h2>
            <StepState status={step.status} />
          </header>
          {step.endedAt === undefined ? <Standing run={run} step={step} /> : null}
          <RepeatHere run={run} step={step} />
          <StepTabs run={run} step={step} />
        </>
      )}
    </aside>
  );
};
