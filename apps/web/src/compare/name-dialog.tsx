import { Textarea, TextInput } from '@mantine/core';
import type { ScenarioDetailView, VersionView } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { AskDialog } from '../page/ask-dialog.js';
import { useAct } from '../page/use-act.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly version: VersionView;
  readonly onClose: () => void;
}

/** How a version is called and what it is for. */
export const NameDialog = ({ scenario, version, onClose }: Props) => {
  const { publish, versions } = useEditorTexts().compare;
  const api = useApi();
  const path = useInWorkspace();
  const [name, setName] = useState(version.name ?? '');
  const [comment, setComment] = useState(version.comment ?? '');
  const naming = useAct({
    act: () =>
      api.send<VersionView>('PATCH', path(`/scenarios/${scenario.id}/versions/${version.id}`), { name, comment }),
    said: () => versions.renamed,
    isFaultShown: true,
    onDone: onClose,
  });
  return (
    <AskDialog
      title={versions.renameTitle(version.number)}
      consequence={versions.renameConsequence}
      button={versions.renameButton}
      isBusy={naming.isPending}
      error={naming.error}
      onAct={() => naming.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={publish.name}
        maxLength={120}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={publish.comment}
        autosize
        minRows={2}
        maxLength={2000}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </AskDialog>
  );
};
