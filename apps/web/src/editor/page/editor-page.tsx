import type { Manifest, Page, RunDataView, RunView, ScenarioDetailView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../../app/use-workspace.js';
import { Loaded } from '../../page/loaded.js';
import { useOpenedTab } from '../state/opened-tab.js';
import { EditorRoom } from './editor-room.js';

const route = getRouteApi('/w/$ws/scenarios/$id/edit');

/** The manifest as it comes: the compiler beside the page needs all of it. */
const useManifest = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['manifest'],
    queryFn: ({ signal }) => api.get<Manifest>('/manifest', signal),
    staleTime: Infinity,
  });
};

/** Read once for a visit: from then on the editor itself knows best what the draft is. */
const useDraft = (id: string) => {
  const api = useApi();
  const { id: ws } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [ws, 'edited', id],
    queryFn: ({ signal }) => api.get<ScenarioDetailView>(path(`/scenarios/${id}`), signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
  });
};

const useRunData = (run: string | undefined) => {
  const api = useApi();
  const { id: ws } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [ws, 'run-data', run ?? ''],
    queryFn: ({ signal }) => api.get<RunDataView>(path(`/runs/${run ?? ''}/data`), signal),
    enabled: run !== undefined,
  });
};

/** Where no run was asked for, the last one: its values stand beside the fields. */
const useLastRun = (scenarioId: string, isWanted: boolean): string | undefined => {
  const api = useApi();
  const { id: ws } = useWorkspace();
  const path = useInWorkspace();
  const { data } = useQuery({
    queryKey: [ws, 'last-run', scenarioId],
    queryFn: ({ signal }) => api.get<Page<RunView>>(path(`/runs?scenarioId=${scenarioId}&limit=1`), signal),
    enabled: isWanted,
    staleTime: Infinity,
    gcTime: 0,
  });
  return data?.items[0]?.id;
};

export const EditorPage = () => {
  const { id } = route.useParams();
  const { run } = route.useSearch();
  const draft = useDraft(id);
  const opened = useOpenedTab(id);
  const manifest = useManifest();
  const last = useLastRun(id, run === undefined);
  const runData = useRunData(run ?? last).data;
  return (
    <Loaded answer={draft}>
      {(scenario) => (
        <Loaded answer={manifest}>
          {(nodes) =>
            opened === undefined ? null : (
              <EditorRoom
                key={scenario.id}
                scenario={scenario}
                manifest={nodes}
                opened={opened}
                runData={runData}
                isOfRun={run !== undefined}
              />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
};
