import type { DocumentDetailView } from '@potok/contracts';
import type { UpdView } from '@potok/documents';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

export const useDocument = (documentId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'document', documentId],
    queryFn: ({ signal }) => api.get<DocumentDetailView>(path(`/documents/${documentId}`), signal),
  });
};

/** The paper of the seller's title: its bytes never change, so it is read once. */
export const useReadable = (documentId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'readable', documentId],
    queryFn: ({ signal }) => api.get<UpdView>(path(`/documents/${documentId}/readable`), signal),
    staleTime: Infinity,
  });
};
