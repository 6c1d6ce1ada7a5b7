import type { Page, SampleData, SampleView } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { useAct } from '../page/use-act.js';

/** Sets of data that are saved for a scenario, by name. */
export const useSamples = (scenarioId: string) => {
  const api = useApi();
  const { id } = useWorkspace();
  const path = useInWorkspace();
  return useQuery({
    queryKey: [id, 'samples', scenarioId],
    queryFn: ({ signal }) => api.get<Page<SampleView>>(path(`/scenarios/${scenarioId}/samples`), signal),
  });
};

interface Saving {
  /** Of one that is there already; absent: a new one. */
  readonly id?: string;
  readonly name?: string;
  readonly data?: SampleData;
}

/** Saves a new sample or changes one; the form shows what is refused. */
export const useSaveSample = (scenarioId: string, onDone: (sample: SampleView) => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const { trying } = useEditorTexts();
  const samples = path(`/scenarios/${scenarioId}/samples`);
  return useAct({
    act: ({ id, ...order }: Saving) =>
      id === undefined
        ? api.send<SampleView>('POST', samples, order)
        : api.send<SampleView>('PUT', `${samples}/${id}`, order),
    said: () => trying.saved,
    isFaultShown: true,
    onDone,
  });
};

export const useRemoveSample = (scenarioId: string, onDone: () => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const { trying } = useEditorTexts();
  return useAct({
    act: (id: string) => api.send<undefined>('DELETE', path(`/scenarios/${scenarioId}/samples/${id}`)),
    said: () => trying.removed,
    isFaultShown: true,
    onDone,
  });
};
