import type { ScenarioDetailView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { AskDialog } from '../page/ask-dialog.js';
import { useAct } from '../page/use-act.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly onClose: () => void;
}

/** Publishes the draft that is seen, not one that somebody has changed meanwhile. */
export const PublishDialog = ({ scenario: { id, name, draftRevision }, onClose }: Props) => {
  const { scenarios } = useTexts();
  const api = useApi();
  const path = useInWorkspace();
  const publishing = useAct({
    act: () => api.send<ScenarioDetailView>('POST', path(`/scenarios/${id}/publish`), { draftRevision }),
    said: () => scenarios.wasPublished,
    isFaultShown: true,
    onDone: onClose,
  });
  return (
    <AskDialog
      title={scenarios.publishTitle(name)}
      consequence={scenarios.publishConsequence}
      button={scenarios.publishButton}
      isBusy={publishing.isPending}
      error={publishing.error}
      onAct={() => publishing.mutate(undefined)}
      onClose={onClose}
    />
  );
};
