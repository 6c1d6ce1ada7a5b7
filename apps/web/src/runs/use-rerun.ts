import type { RerunPlanView, RunStartedView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { useAct } from '../page/use-act.js';

export type RepeatKind = 'rerun' | 'again';

/** Where a repeat begins. */
export interface Place {
  readonly node: string;
  readonly visit: string;
}

/** The body of `POST …/runs/:id/rerun` or `…/again`. */
export interface RepeatOrder {
  readonly from: Place;
  readonly version?: 'published';
  readonly reason?: string;
}

/** What a repeat from this place would do. */
export const useRerunPlan = (runId: string, { node, visit }: Place) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  const asked = new URLSearchParams({ node, visit }).toString();
  return useQuery({
    queryKey: [id, 'rerun', runId, node, visit],
    queryFn: ({ signal }) => api.get<RerunPlanView>(path(`/runs/${runId}/rerun?${asked}`), signal),
  });
};

/** Begins the repeat and opens it. */
export const useRepeat = (runId: string, kind: RepeatKind) => {
  const api = useApi();
  const path = useInWorkspace();
  const navigate = useNavigate();
  const { id: ws } = useWorkspace();
  const { reruns } = useTexts();
  return useAct({
    act: (order: RepeatOrder) => api.send<RunStartedView>('POST', path(`/runs/${runId}/${kind}`), order),
    said: () => reruns.started,
    isFaultShown: true,
    onDone: (started) => void navigate({ to: '/w/$ws/runs/$id', params: { ws, id: started.runId } }),
  });
};
