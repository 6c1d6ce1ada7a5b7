import type { OrganizationView } from '@potok/contracts';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { AskDialog } from '../../page/ask-dialog.js';
import { useAct } from '../../page/use-act.js';

interface Props {
  readonly organization: OrganizationView;
  readonly onClose: () => void;
}

export const RemoveOrganization = ({ organization: { id, name }, onClose }: Props) => {
  const { organization: words } = useSettingsTexts().settings;
  const api = useApi();
  const path = useInWorkspace();
  const removing = useAct({
    act: (_nothing: undefined) => api.send<undefined>('DELETE', path(`/organizations/${id}`)),
    said: () => words.removed,
    isFaultShown: true,
    onDone: onClose,
  });
  return (
    <AskDialog
      title={words.removeTitle(name)}
      consequence={words.removeConsequence}
      button={words.removeButton(name)}
      isDangerous
      isBusy={removing.isPending}
      error={removing.error}
      onAct={() => removing.mutate(undefined)}
      onClose={onClose}
    />
  );
};
