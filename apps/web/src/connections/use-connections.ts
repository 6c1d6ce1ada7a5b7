import type { ConnectionView, Page } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { serves, useSystems } from './systems.js';

/** All connections of the workspace. */
export const useConnections = (): readonly ConnectionView[] => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  const { data } = useQuery({
    queryKey: [id, 'connections', 'all'],
    queryFn: ({ signal }) => api.get<Page<ConnectionView>>(path('/connections'), signal),
  });
  return data?.items ?? [];
};

/** Those that can stand where this gateway is asked for, of one system where the drawing needs it. */
export const useConnectionsOf = ({ gateway, system }: { readonly gateway: string; readonly system?: string }) => {
  const systems = useSystems();
  return useConnections().filter(
    (connection) => serves(connection, gateway, systems) && (system === undefined || connection.system === system),
  );
};
