import type { RequestView, TriedView } from '@potok/contracts';
import { settle } from '../../app/settle.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import type { TryDraft } from './tried.js';

/** Walks a draft of this scenario in the worker's memory. */
export const useTryDraft = (scenarioId: string): TryDraft => {
  const api = useApi();
  const path = useInWorkspace();
  return async (order) => {
    const asked = api.send<RequestView>('POST', path(`/scenarios/${scenarioId}/try`), order);
    const { status, result } = await settle(api, path, asked);
    if (status !== 'done') throw new Error('TRY_UNANSWERED');
    return result as TriedView;
  };
};
