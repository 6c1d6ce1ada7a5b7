import type { StartView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { AskDialog } from '../page/ask-dialog.js';
import { useAct } from '../page/use-act.js';

interface Props {
  readonly deliveryId: string;
  readonly onClose: () => void;
  readonly onReplayed: (deliveryId: string) => void;
}

export const ReplayDialog = ({ deliveryId, onClose, onReplayed }: Props) => {
  const { deliveries } = useTexts();
  const api = useApi();
  const path = useInWorkspace();
  const replaying = useAct({
    act: () => api.send<StartView>('POST', path(`/deliveries/${deliveryId}/replay`)),
    said: () => deliveries.replayed,
    isFaultShown: true,
    onDone: ({ deliveryId: next }) => {
      onClose();
      onReplayed(next);
    },
  });
  return (
    <AskDialog
      title={deliveries.replayTitle}
      consequence={deliveries.replayConsequence}
      button={deliveries.replayButton}
      isBusy={replaying.isPending}
      error={replaying.error}
      onAct={() => replaying.mutate(undefined)}
      onClose={onClose}
    />
  );
};
