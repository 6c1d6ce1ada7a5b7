import type { ScenarioDetailView } from '@potok/contracts';
import { useEffect } from 'react';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { inOrder } from '../document/change.js';
import type { Autosave } from '../state/autosave.js';
import type { Presence } from '../state/use-presence.js';
import { useEditorApi } from '../state/use-editor.js';

interface Given {
  readonly scenarioId: string;
  readonly autosave: Autosave;
  readonly presence: Presence;
}

/** While another tab edits, this one shows what is saved there; what it has not saved itself is never touched. */
export const useFollowServer = ({ scenarioId, autosave, presence }: Given): void => {
  const api = useApi();
  const path = useInWorkspace();
  const store = useEditorApi();
  const { view, isElsewhere } = presence;
  const revision = view?.draftRevision ?? 0;
  useEffect(() => {
    store.getState().lock(isElsewhere);
    if (!isElsewhere) autosave.resume();
  }, [store, autosave, isElsewhere]);
  useEffect(() => {
    if (revision <= autosave.seenRevision || !autosave.isClean) return;
    void api
      .get<ScenarioDetailView>(path(`/scenarios/${scenarioId}`))
      .then(({ draft, binding, draftRevision }) => {
        if (!autosave.isClean) return;
        const document = { scenario: inOrder(draft), binding };
        store.getState().load(document);
        autosave.goOn(document, draftRevision);
      })
      .catch(() => undefined);
  }, [api, path, scenarioId, store, autosave, revision]);
};
