import type { Binding, Scenario, ScenarioDetailView } from '@potok/contracts';
import { ApiFault } from '../app/api-client.js';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useApi } from '../app/use-api.js';
import { useInWorkspace } from '../app/use-workspace.js';
import { useAct } from '../page/use-act.js';
import { useOpenMade } from './open-made.js';

export interface MakeOrder {
  readonly draft: Scenario;
  readonly binding: Binding;
  /** The template that it is made of: its example comes with it as a sample. */
  readonly templateId?: string;
  /** The scenario that this wizard has made before: it is written anew, not made twice. */
  readonly madeId?: string;
}

/** Makes the scenario, or writes over the draft that was made here before. */
export const useMake = (): ((order: MakeOrder) => Promise<ScenarioDetailView>) => {
  const api = useApi();
  const path = useInWorkspace();
  const findMade = async (id: string): Promise<ScenarioDetailView | undefined> => {
    try {
      return await api.get<ScenarioDetailView>(path(`/scenarios/${id}`));
    } catch (error) {
      if (error instanceof ApiFault && error.problem.status === 404) return undefined;
      throw error;
    }
  };
  return async ({ madeId, ...order }) => {
    const made = madeId === undefined ? undefined : await findMade(madeId);
    if (made === undefined) return api.send<ScenarioDetailView>('POST', path('/scenarios'), order);
    const { draft, binding } = order;
    const { draftRevision } = made;
    return api.send<ScenarioDetailView>('PUT', path(`/scenarios/${made.id}/draft`), { draft, binding, draftRevision });
  };
};

/** A scenario without a step, opened at once. */
export const useMakeEmpty = () => {
  const make = useMake();
  const open = useOpenMade();
  const { start } = useEditorTexts();
  const draft = (): Scenario => ({
    schemaVersion: 1,
    name: start.emptyName,
    slots: [],
    parameters: [],
    nodes: [],
    edges: [],
  });
  return useAct({
    act: (_nothing: undefined) => make({ draft: draft(), binding: { slots: {}, parameters: {} } }),
    onDone: ({ id }) => open(id),
  });
};
