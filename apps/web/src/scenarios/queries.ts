import type { Page, ScenarioDetailView, ScenarioView, VersionView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';

export const useScenarios = () => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'scenarios', 'all'],
    queryFn: ({ signal }) => api.get<Page<ScenarioView>>(path('/scenarios'), signal),
  });
};

export const useScenario = (scenarioId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'scenario', scenarioId],
    queryFn: ({ signal }) => api.get<ScenarioDetailView>(path(`/scenarios/${scenarioId}`), signal),
  });
};

export const useVersions = (scenarioId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'versions', scenarioId],
    queryFn: ({ signal }) => api.get<Page<VersionView>>(path(`/scenarios/${scenarioId}/versions`), signal),
  });
};
