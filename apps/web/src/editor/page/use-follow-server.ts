import { notifications } from '@mantine/notifications';
import type { ScenarioDetailView } from '@potok/contracts';
import { useEffect, useRef } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useApi } from '../../app/use-api.js';
import { useInWorkspace } from '../../app/use-workspace.js';
import { inOrder } from '../document/change.js';
import type { Autosave, Saving } from '../state/autosave.js';
import type { Presence } from '../state/use-presence.js';
import { useEditorApi } from '../state/use-editor.js';
import { useNarrow } from '../../page/use-narrow.js';

interface Given {
  readonly scenarioId: string;
  readonly autosave: Autosave;
  readonly saving: Saving;
  readonly presence: Presence;
}

/** Who has edited so far is told when another tab takes the draft over. */
const useTakenTold = ({ view, isElsewhere }: Presence, autosave: Autosave): void => {
  const { presence: words } = useEditorTexts().editor;
  const wasMine = useRef(false);
  const name = view?.lock?.name ?? '';
  useEffect(() => {
    if (isElsewhere && wasMine.current)
      notifications.show({
        color: 'yellow',
        title: words.taken(name),
        message: autosave.isClean ? words.takenClean : words.takenDirty,
        autoClose: false,
      });
    wasMine.current = view !== undefined && !isElsewhere;
  }, [view, isElsewhere, name, autosave, words]);
};

/** While another tab edits, this one shows what is saved there; what it has not saved itself is never touched. */
export const useFollowServer = ({ scenarioId, autosave, saving, presence }: Given): void => {
  const api = useApi();
  const path = useInWorkspace();
  const store = useEditorApi();
  const { view, isElsewhere, askNow } = presence;
  const revision = view?.draftRevision ?? 0;
  const isNarrow = useNarrow();
  useTakenTold(presence, autosave);
  const isRefused = saving.kind === 'locked';
  useEffect(() => {
    if (isRefused) askNow();
  }, [isRefused, askNow]);
  useEffect(() => {
    store.getState().lock(isElsewhere || isNarrow);
    if (!isElsewhere) autosave.resume();
  }, [store, autosave, isElsewhere, isNarrow]);
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
