import type { Binding, RequestView, SampleData, Scenario, TriedView, TryOrder } from '@potok/contracts';
import { useMutation } from '@tanstack/react-query';
import { ApiFault } from '../app/api-client.js';
import { settle } from '../app/settle.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';

/** What was tried, with what came of it: so that a later drawing can be compared with it. */
export interface Tried {
  readonly order: TryOrder;
  readonly view: TriedView;
}

/** Sends a try and follows it until the worker has answered. A newer try takes the place of the one before. */
export const useTry = (scenarioId: string) => {
  const api = useApi();
  const path = useInWorkspace();
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: async (order: TryOrder): Promise<Tried> => {
      const asked = api.send<RequestView>('POST', path(`/scenarios/${scenarioId}/try`), order);
      const { status, result } = await settle(api, path, asked);
      if (status === 'pending') throw new ApiFault(slow);
      return { order, view: result as TriedView };
    },
  });
  return { run: mutate, tried: data, error, isBusy: isPending, forget: reset };
};

const slow = { type: 'about:blank', title: 'WORKER_SLOW', status: 503, code: 'WORKER_SLOW', detail: '' };

interface Given {
  readonly draft: Scenario;
  readonly binding: Binding;
  readonly graph: string;
  readonly data: SampleData;
  readonly ports: Readonly<Record<string, string>>;
  readonly pinned?: readonly string[] | undefined;
}

export type TryExtent = { readonly kind: 'end' } | { readonly kind: 'upTo' | 'only'; readonly node: string };

export const tryOrderOf = ({ pinned = [], ...given }: Given, extent: TryExtent): TryOrder => ({
  ...given,
  ...(pinned.length === 0 ? {} : { pinned }),
  ...(extent.kind === 'end' ? {} : { [extent.kind]: extent.node }),
});
