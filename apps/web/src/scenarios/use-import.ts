import type { Binding, ImportedView, ScenarioDetailView } from '@potok/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../app/use-workspace.js';
import { useAct } from '../page/use-act.js';

interface Order {
  readonly file: object;
  readonly name: string;
  readonly binding: Binding;
}

/** Makes the scenario, or replaces the draft over the revision that was seen, and opens it. */
export const useImport = (into: ScenarioDetailView | undefined, onClose: () => void) => {
  const api = useApi();
  const path = useInWorkspace();
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  const { scenarioFiles } = useTexts();
  const place = into === undefined ? {} : { scenarioId: into.id, draftRevision: into.draftRevision };
  return useAct({
    act: (order: Order) => api.send<ImportedView>('POST', path('/scenarios/import'), { ...order, ...place }),
    said: ({ name }) => (into === undefined ? scenarioFiles.created(name) : scenarioFiles.replaced(name)),
    isFaultShown: true,
    onDone: ({ id }) => {
      onClose();
      void navigate({ to: '/w/$ws/scenarios/$id', params: { ws, id } });
    },
  });
};
