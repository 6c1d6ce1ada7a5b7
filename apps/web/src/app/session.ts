import type { SessionView, WorkspaceView } from '@potok/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { ApiClient } from './api-client.js';

const LAST = 'potok.workspace';

export const sessionQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['session'],
    queryFn: async ({ signal }) => {
      const session = await api.get<SessionView>('/session', signal);
      api.trust(session.csrfToken);
      return session;
    },
    staleTime: Infinity,
    retry: false,
  });

export const rememberWorkspace = (id: string): void => localStorage.setItem(LAST, id);

/** The workspace used last, or the first one. */
export const startWorkspace = ({ workspaces }: SessionView): WorkspaceView | undefined => {
  const last = localStorage.getItem(LAST);
  return workspaces.find(({ id }) => id === last) ?? workspaces[0];
};
