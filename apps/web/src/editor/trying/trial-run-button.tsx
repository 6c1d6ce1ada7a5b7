import { Button } from '@mantine/core';
import type { RunStartedView } from '@potok/contracts';
import { IconTestPipe } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { noConnection } from '../../app/api-client.js';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../../app/use-workspace.js';
import { AskDialog } from '../../page/ask-dialog.js';
import { useAct } from '../../page/use-act.js';
import type { PageActs } from '../acts/act-context.js';
import { useTryingHere } from './trying-context.js';

interface Props {
  readonly savedRevision: PageActs['savedRevision'];
}

const useTrialRun = ({ savedRevision }: Props) => {
  const { trialRun } = useEditorTexts().editor;
  const { scenarioId, current } = useTryingHere();
  const api = useApi();
  const path = useInWorkspace();
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  return useAct({
    act: async (_nothing: undefined) => {
      const draftRevision = await savedRevision();
      if (draftRevision === undefined) throw noConnection();
      const order = { data: current.trigger, draftRevision };
      return api.send<RunStartedView>('POST', path(`/scenarios/${scenarioId}/trial-runs`), order);
    },
    said: () => trialRun.started,
    isFaultShown: true,
    onDone: ({ runId }) => void navigate({ to: '/w/$ws/runs/$id', params: { ws, id: runId } }),
  });
};

/** A real run of the draft, on accounts that are marked as a test contour and on nothing else. */
export const TrialRunButton = (props: Props) => {
  const { trialRun } = useEditorTexts().editor;
  const [isAsked, setIsAsked] = useState(false);
  const starting = useTrialRun(props);
  return (
    <>
      <Button variant="default" leftSection={<IconTestPipe size={16} />} onClick={() => setIsAsked(true)}>
        {trialRun.button}
      </Button>
      {isAsked ? (
        <AskDialog
          title={trialRun.title}
          consequence={trialRun.consequence}
          button={trialRun.start}
          isBusy={starting.isPending}
          error={starting.error}
          onAct={() => starting.mutate(undefined)}
          onClose={() => setIsAsked(false)}
        />
      ) : null}
    </>
  );
};
