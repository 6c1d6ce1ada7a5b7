import type { ConnectionView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { useAct } from '../page/use-act.js';
import type { ConnectionOrder } from './connection-form.js';

/** Creates a connection, or changes the one with this id. */
export const useSaveConnection = (id: string | undefined, onDone: (connection: ConnectionView) => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const { connections } = useTexts();
  return useAct({
    act: (order: ConnectionOrder) =>
      id === undefined
        ? api.send<ConnectionView>('POST', path('/connections'), order)
        : api.send<ConnectionView>('PATCH', path(`/connections/${id}`), order),
    said: () => connections.saved,
    isFaultShown: true,
    onDone,
  });
};
