import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { faultOf } from './fault-of.js';

interface Act<In, Out> {
  readonly act: (order: In) => Promise<Out>;
  /** What is said when it is done; nothing is said when the page shows it itself. */
  readonly said?: (out: Out) => string;
  readonly onDone?: (out: Out) => void;
  /** The form shows the fault beside its field: no notice is needed. */
  readonly isFaultShown?: boolean;
}

/** A changing call: afterwards all that is shown of the workspace is read again; a failure becomes a notice. */
export const useAct = <In, Out>({ act, said, onDone, isFaultShown = false }: Act<In, Out>) => {
  const client = useQueryClient();
  const texts = useTexts();
  const { id } = useWorkspace();
  return useMutation({
    mutationFn: act,
    onSuccess: async (out) => {
      if (said !== undefined) notifications.show({ message: said(out) });
      onDone?.(out);
      await client.invalidateQueries({ queryKey: [id] });
    },
    onError: (error) => {
      if (isFaultShown) return;
      const { sentence, code } = faultOf(error, texts);
      notifications.show({ color: 'red', title: texts.page.actFaultTitle, message: `${sentence} (${code})` });
    },
  });
};
