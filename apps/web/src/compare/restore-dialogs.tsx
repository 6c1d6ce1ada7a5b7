import { Text } from '@mantine/core';
import type { DraftCopyView, ScenarioDetailView, VersionView } from '@potok/contracts';
import { diffScenarios, isEmptyDiff } from '@potok/scenario';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { AskDialog } from '../page/ask-dialog.js';
import { useAct } from '../page/use-act.js';
import { useVersion } from './sides.js';

interface Of {
  readonly scenario: ScenarioDetailView;
  readonly onClose: () => void;
}

/** `what`: `versions/<id>` or `draft-copies/<id>`. Only over the draft that is seen. */
const useRestore = (what: string, { scenario: { id, draftRevision }, onClose }: Of) => {
  const { versions } = useEditorTexts().compare;
  const api = useApi();
  const path = useInWorkspace();
  return useAct({
    act: () =>
      api.send<ScenarioDetailView>('POST', path(`/scenarios/${id}/${what}/restore`), {
        draftRevision,
      }),
    said: () => versions.restored,
    isFaultShown: true,
    onDone: onClose,
  });
};

/** What becomes of the present draft; said only once it is known. */
const WhatIsKept = ({ scenario }: Pick<Of, 'scenario'>) => {
  const { versions } = useEditorTexts().compare;
  const published = useVersion(scenario.id, scenario.published?.versionId).data;
  if (published === undefined) return null;
  const isKept = !isEmptyDiff(diffScenarios(published.scenario, scenario.draft));
  return <Text size="md">{isKept ? versions.restoreKeeps : versions.restoreLosesNothing}</Text>;
};

export const RestoreVersionDialog = ({ version, ...of }: Of & { readonly version: VersionView }) => {
  const { versions } = useEditorTexts().compare;
  const restoring = useRestore(`versions/${version.id}`, of);
  return (
    <AskDialog
      title={versions.restoreTitle(version.number)}
      consequence={versions.restoreConsequence(version.number)}
      button={versions.restoreButton(version.number)}
      isBusy={restoring.isPending}
      error={restoring.error}
      onAct={() => restoring.mutate(undefined)}
      onClose={of.onClose}
    >
      <WhatIsKept scenario={of.scenario} />
    </AskDialog>
  );
};

export const RestoreCopyDialog = ({ copy, ...of }: Of & { readonly copy: DraftCopyView }) => {
  const { versions } = useEditorTexts().compare;
  const restoring = useRestore(`draft-copies/${copy.id}`, of);
  return (
    <AskDialog
      title={versions.copyTitle(copy.revision)}
      consequence={versions.copyConsequence}
      button={versions.copyButton}
      isBusy={restoring.isPending}
      error={restoring.error}
      onAct={() => restoring.mutate(undefined)}
      onClose={of.onClose}
    />
  );
};
