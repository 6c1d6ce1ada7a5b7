import type { ScenarioDetailView } from '@potok/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace, useWorkspace } from '../../app/use-workspace.js';
import type { EditorDocument } from '../document/change.js';
import { Autosave, type Saving, type SavedDraft } from './autosave.js';
import { CopyWriter } from './saved-copy.js';
import { useEditorApi } from './use-editor.js';

interface Given {
  readonly scenarioId: string;
  /** As the server has it. */
  readonly saved: EditorDocument;
  readonly revision: number;
  /** Of this browser tab: whose edit lock it is. */
  readonly tab: string;
}

interface Running {
  readonly saving: Saving;
  readonly autosave: Autosave;
}

/** Sends as soon as there is a line again; asks before leaving only where the browser could keep no copy. */
const useWindow = (autosave: Autosave, copy: CopyWriter): void => {
  useEffect(() => {
    const onOnline = (): void => autosave.retry();
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (!autosave.isClean && !copy.isKept) event.preventDefault();
    };
    window.addEventListener('online', onOnline);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('online', onOnline);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, [autosave, copy]);
};

/** Keeps the draft on the server by itself; the browser's own copy follows every change. */
export const useAutosave = ({ scenarioId, saved, revision, tab }: Given): Running => {
  const api = useApi();
  const path = useInWorkspace();
  const client = useQueryClient();
  const { id: ws } = useWorkspace();
  const store = useEditorApi();
  const [saving, setSaving] = useState<Saving>({ kind: 'saved', at: undefined });
  const [copy] = useState(() => new CopyWriter({ scenarioId, tab }));
  const [autosave] = useState(
    () =>
      new Autosave(
        {
          save: ({ scenario, binding }, draftRevision) =>
            api.send<SavedDraft>('PUT', path(`/scenarios/${scenarioId}/draft?view=saved`), {
              draft: scenario,
              binding,
              draftRevision,
              tab,
            }),
          fetchTheirs: () => api.get<ScenarioDetailView>(path(`/scenarios/${scenarioId}`)),
          keep: (document, baseRevision, base) =>
            copy.keep({ document, base, baseRevision, at: new Date().toISOString() }),
          drop: () => copy.drop(),
          tell: (next) => setSaving((before) => (next.kind === 'dirty' && before.kind === 'dirty' ? before : next)),
          now: () => Date.now(),
        },
        saved,
        revision,
      ),
  );
  useWindow(autosave, copy);
  useEffect(() => {
    autosave.take(store.getState().history.document);
    return store.subscribe(({ history }) => autosave.take(history.document));
  }, [store, autosave]);
  useEffect(() => {
    const flush = () => copy.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [copy]);
  useEffect(
    () => () => {
      // What is left is sent on the way out; should it not arrive, the browser's copy brings it back.
      void autosave.flush().then(() => client.invalidateQueries({ queryKey: [ws, 'scenario', scenarioId] }));
    },
    [autosave, client, ws, scenarioId],
  );
  return { saving, autosave };
};
