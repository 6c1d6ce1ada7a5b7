import { useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '../app/use-workspace.js';

/** Where a scenario that has just been made is opened. */
export const useOpenMade = (): ((id: string) => void) => {
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  return (id) => void navigate({ to: '/w/$ws/scenarios/$id', params: { ws, id } });
};
