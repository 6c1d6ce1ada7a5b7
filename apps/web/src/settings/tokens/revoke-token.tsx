import type { ApiTokenView } from '@potok/contracts';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { AskDialog } from '../../page/ask-dialog.js';
import { useAct } from '../../page/use-act.js';

interface Props {
  readonly token: ApiTokenView;
  readonly onClose: () => void;
}

export const RevokeToken = ({ token: { id, name }, onClose }: Props) => {
  const { token: words } = useSettingsTexts().settings;
  const api = useApi();
  const path = useInWorkspace();
  const revoking = useAct({
    act: (_nothing: undefined) => api.send<undefined>('DELETE', path(`/api-tokens/${id}`)),
    said: () => words.wasRevoked(name),
    isFaultShown: true,
    onDone: onClose,
  });
  return (
    <AskDialog
      title={words.revokeTitle(name)}
      consequence={words.revokeConsequence}
      button={words.revokeButton(name)}
      isDangerous
      isBusy={revoking.isPending}
      error={revoking.error}
      onAct={() => revoking.mutate(undefined)}
      onClose={onClose}
    />
  );
};
