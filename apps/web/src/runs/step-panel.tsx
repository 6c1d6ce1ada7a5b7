import { Tabs } from '@mantine/core';
import type { RunDetailView, StepView } from '@potok/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { STEP_TABS, type StepTab } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';
import { graphOf } from '../canvas/graph.js';
import { Attempts } from './attempts.js';
import { RunDocuments } from './run-documents.js';
import { StepData } from './step-data.js';
import { StepState } from '../states/states.js';

const route = getRouteApi('/w/$ws/runs/$id');

interface Props {
  readonly run: RunDetailView;
  readonly step: StepView | undefined;
  /** The node that was chosen, when the run has not reached it. */
  readonly node: string | undefined;
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
      <Tabs.Panel value="documents">
        <RunDocuments documents={run.documents} />
      </Tabs.Panel>
    </Tabs>
  );
};

/** The chosen step: what went in, what came out, how it was tried. */
export const StepPanel = ({ run, step, node }: Props) => {
  const { runs } = useTexts();
  const unreached = graphOf(run.scenario, run.graph).nodes.find(({ id }) => id === node)?.name;
  return (
    <aside className="step-panel" aria-label={runs.step}>
      {step === undefined ? (
        <>
          {unreached === undefined ? null : <h2>{unreached}</h2>}
          <p className="dim">{unreached === undefined ? runs.chooseStep : runs.notReached}</p>
        </>
      ) : (
        <>
          <header>
            <h2>{step.nodeName}</h2>
            <StepState status={step.status} />
          </header>
          <StepTabs run={run} step={step} />
        </>
      )}
    </aside>
  );
};
