import { useNavigate } from '@tanstack/react-router';
import { useWorkspace } from '../app/use-workspace.js';

/** Opens a scenario that has just been made: in the editor, or, when it is published, on its page. */
export const useOpenMade = (): ((id: string, isPublished?: boolean) => void) => {
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  return (id, isPublished = false) => {
    const to = isPublished ? '/w/$ws/scenarios/$id' : '/w/$ws/scenarios/$id/edit';
    void navigate({ to, params: { ws, id } });
  };
};
