import { Button } from '@mantine/core';
import type { ScenarioDetailView } from '@potok/contracts';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { AskDialog } from '../page/ask-dialog.js';
import { useAct } from '../page/use-act.js';
import { StartDialog } from './start-dialog.js';

const useEnable = (scenarioId: string, onDone?: () => void) => {
  const api = useApi();
  const path = useInWorkspace();
  return useAct({
    act: (isEnabled: boolean) => api.send<unknown>('PATCH', path(`/scenarios/${scenarioId}`), { isEnabled }),
    ...(onDone === undefined ? {} : { onDone }),
  });
};

const DisableDialog = ({
  scenario,
  onClose,
}: {
  readonly scenario: ScenarioDetailView;
  readonly onClose: () => void;
}) => {
  const { scenarios } = useEditorTexts();
  const disabling = useEnable(scenario.id, onClose);
  return (
    <AskDialog
      title={scenarios.disableTitle(scenario.name)}
      consequence={scenarios.disableConsequence}
      button={scenarios.disableButton}
      isBusy={disabling.isPending}
      error={disabling.error}
      onAct={() => disabling.mutate(false)}
      onClose={onClose}
    />
  );
};

const EditLink = ({ scenarioId, isMain = false }: { readonly scenarioId: string; readonly isMain?: boolean }) => {
  const { editor } = useEditorTexts();
  const { id: ws } = useWorkspace();
  return (
    <Link to="/w/$ws/scenarios/$id/edit" params={{ ws, id: scenarioId }} className="edit-link">
      <Button component="span" variant={isMain ? 'filled' : 'default'} leftSection={<IconPencil size={16} />}>
        {editor.edit}
      </Button>
    </Link>
  );
};

export const ScenarioActions = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const { scenarios } = useEditorTexts();
  const [asked, setAsked] = useState<'start' | 'disable'>();
  const enabling = useEnable(scenario.id);
  const close = () => setAsked(undefined);
  if (scenario.published === undefined) return <EditLink scenarioId={scenario.id} isMain />;
  return (
    <>
      <EditLink scenarioId={scenario.id} />
      {scenario.trigger?.isEnabled === false ? (
        <Button variant="default" loading={enabling.isPending} onClick={() => enabling.mutate(true)}>
          {scenarios.enable}
        </Button>
      ) : (
        <Button variant="default" onClick={() => setAsked('disable')}>
          {scenarios.disable}
        </Button>
      )}
      <Button onClick={() => setAsked('start')}>{scenarios.run}</Button>
      {asked === 'disable' ? <DisableDialog scenario={scenario} onClose={close} /> : null}
      {asked === 'start' ? (
        <StartDialog scenario={scenario} number={scenario.published.number} onClose={close} />
      ) : null}
    </>
  );
};
