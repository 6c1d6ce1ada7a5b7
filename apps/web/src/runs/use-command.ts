import type { RequestView } from '@potok/contracts';
import { settle } from '../app/settle.js';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { useAct } from '../page/use-act.js';
import type { CommandOrder } from './command-order.js';

export const useCommand = (runId: string, dialog?: { readonly onDone: () => void }) => {
  const api = useApi();
  const path = useInWorkspace();
  const { commands } = useTexts();
  return useAct({
    act: (order: CommandOrder) =>
      settle(api, path, api.send<RequestView>('POST', path(`/runs/${runId}/commands`), order)),
    said: () => commands.done,
    ...(dialog === undefined ? {} : { onDone: dialog.onDone, isFaultShown: true }),
  });
};
