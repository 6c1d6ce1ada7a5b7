import type { CertificateView } from '@potok/contracts';
import { useSettingsTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { AskDialog } from '../../page/ask-dialog.js';
import { useAct } from '../../page/use-act.js';

interface Props {
  readonly certificate: CertificateView;
  readonly onClose: () => void;
}

export const RemoveCertificate = ({ certificate: { id, owner, provider }, onClose }: Props) => {
  const { certificate: words } = useSettingsTexts().settings;
  const api = useApi();
  const path = useInWorkspace();
  const removing = useAct({
    act: (_nothing: undefined) => api.send<undefined>('DELETE', path(`/certificates/${id}`)),
    said: () => words.removed,
    isFaultShown: true,
    onDone: onClose,
  });
  return (
    <AskDialog
      title={words.removeTitle(owner)}
      consequence={provider === 'software' ? words.removeWithKey : words.removeConsequence}
      button={words.removeButton}
      isDangerous
      isBusy={removing.isPending}
      error={removing.error}
      onAct={() => removing.mutate(undefined)}
      onClose={onClose}
    />
  );
};
