import { Button } from '@mantine/core';
import type { RunDetailView } from '@potok/contracts';
import { RUN_END_STATUSES } from '@potok/contracts/names';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { RerunDialog } from './run-dialogs.js';
import type { RepeatKind } from './use-rerun.js';

/** An open run is ended first: no two of a chain may do the same things. */
export const canRepeat = ({ status, graph, startedBy, steps }: RunDetailView): boolean =>
  RUN_END_STATUSES.some((end) => end === status) && graph === 'main' && startedBy !== 'call' && steps.length > 0;

/** What can be made of a run beside commanding it: its data in the editor, a repeat, sending it again. */
export const RunRepeats = ({ run }: { readonly run: RunDetailView }) => {
  const { reruns } = useTexts();
  const { id: ws } = useWorkspace();
  const [asked, setAsked] = useState<RepeatKind>();
  return (
    <>
      {canRepeat(run) ? (
        <>
          <Button variant="default" onClick={() => setAsked('rerun')}>
            {reruns.rerun}
          </Button>
          <Button variant="default" onClick={() => setAsked('again')}>
            {reruns.again}
          </Button>
        </>
      ) : null}
      <Button component={Link} to={`/w/${ws}/scenarios/${run.scenarioId}/edit?run=${run.id}`} variant="default">
        {reruns.openInEditor}
      </Button>
      {asked === undefined ? null : <RerunDialog run={run} kind={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
};
