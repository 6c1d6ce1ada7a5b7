import type { SessionView, WorkspaceView } from '@potok/contracts';
import { createContext, use } from 'react';

export interface Here {
  readonly session: SessionView;
  readonly workspace: WorkspaceView;
}

const HereContext = createContext<Here | undefined>(undefined);

export const HereProvider = HereContext;

/** Who is signed in and in which workspace the page stands. */
export const useHere = (): Here => {
  const here = use(HereContext);
  if (here === undefined) throw new Error('HereProvider is missing');
  return here;
};

export const useWorkspace = (): WorkspaceView => useHere().workspace;

/** `/workspaces/<id>` + path. */
export const useInWorkspace = (): ((path: string) => string) => {
  const { id } = useWorkspace();
  return (path) => `/workspaces/${id}${path}`;
};
