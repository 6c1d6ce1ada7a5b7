import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Loaded } from '../page/loaded.js';
import { SidePanel } from '../page/side-panel.js';
import { RunState } from '../states/states.js';
import { TrialMark } from '../states/trial-mark.js';
import { useRun } from './queries.js';
import { RunHeadline } from './run-headline.js';
import { subjectOf } from './subject.js';
import { Timeline } from './timeline.js';

/** A run beside the register: where it stands and what it has done. */
export const RunPanel = ({ runId, onClose }: { readonly runId: string; readonly onClose: () => void }) => {
  const texts = useTexts();
  const { id } = useWorkspace();
  const answer = useRun(runId);
  const run = answer.data;
  return (
    <SidePanel
      label={texts.runs.run('')}
      title={run === undefined ? texts.page.loading : subjectOf(run, texts).join(' · ')}
      onClose={onClose}
      action={
        <Button component={Link} to={`/w/${id}/runs/${runId}`} variant="default">
          {texts.page.open}
        </Button>
      }
    >
      <Loaded answer={answer}>
        {(data) => (
          <>
            <div className="run-panel-state">
              <RunState status={data.status} />
              {data.mode === 'trial' ? <TrialMark /> : null}
              <span className="dim">{data.scenarioName}</span>
            </div>
            <RunHeadline run={data} />
            <Timeline run={data} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
};
