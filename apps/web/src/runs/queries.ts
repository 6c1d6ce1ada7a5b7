import type { Page, RunDetailView, StepCallView, StepDetailView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

export const useRun = (runId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'run', runId],
    queryFn: ({ signal }) => api.get<RunDetailView>(path(`/runs/${runId}`), signal),
  });
};

export const useStep = (runId: string, stepId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'step', runId, stepId],
    queryFn: ({ signal }) => api.get<StepDetailView>(path(`/runs/${runId}/steps/${stepId}`), signal),
  });
};

export const useStepCalls = (runId: string, stepId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'calls', runId, stepId],
    queryFn: ({ signal }) => api.get<Page<StepCallView>>(path(`/runs/${runId}/steps/${stepId}/calls`), signal),
  });
};
