import { notifications } from '@mantine/notifications';
import type { ScenarioDetailView } from '@potok/contracts';
import { useEffect, useState } from 'react';
import { useTexts } from '../../app/texts/use-texts.js';
import { type EditorDocument, inOrder } from '../document/change.js';
import type { Autosave, Saving } from '../state/autosave.js';
import type { EditorStoreApi } from '../state/editor-store.js';
import { findCopy } from '../state/saved-copy.js';
import { useEditorApi } from '../state/use-editor.js';

export interface Conflict {
  readonly mine: EditorDocument;
  readonly theirs: EditorDocument;
  readonly revision: number;
  /** Who saved, where it is known. */
  readonly who: string | undefined;
}

const isSame = (a: EditorDocument, b: EditorDocument): boolean => JSON.stringify(a) === JSON.stringify(b);

/** As one act: undo leads back to what was there before. */
const replace = (store: EditorStoreApi, { scenario, binding }: EditorDocument): void => {
  const { act } = store.getState();
  const mergeKey = `replace/${String(performance.now())}`;
  act({ kind: 'replace-binding', binding }, mergeKey);
  act({ kind: 'replace-all', scenario }, mergeKey);
};

interface Given {
  readonly scenario: ScenarioDetailView;
  readonly saved: EditorDocument;
  readonly autosave: Autosave;
  readonly saving: Saving;
}

/** What a killed tab left in the browser comes back; two versions of one draft are laid before a person. */
export const useReconcile = ({ scenario, saved, autosave, saving }: Given) => {
  const { editor } = useTexts();
  const store = useEditorApi();
  const [atOpening, setAtOpening] = useState<Conflict>();
  useEffect(() => {
    const copy = findCopy(scenario.id);
    if (copy === undefined || isSame(copy.document, saved)) return;
    if (copy.baseRevision === scenario.draftRevision) {
      replace(store, copy.document);
      notifications.show({ message: editor.restored });
    } else setAtOpening({ mine: copy.document, theirs: saved, revision: scenario.draftRevision, who: undefined });
    // Only what the browser held when the drawing was opened.
  }, []);
  const met: Conflict | undefined =
    saving.kind === 'conflict'
      ? {
          mine: store.getState().history.document,
          theirs: { scenario: inOrder(saving.theirs.draft), binding: saving.theirs.binding },
          revision: saving.theirs.draftRevision,
          who: saving.who,
        }
      : undefined;
  const conflict = met ?? atOpening;
  const settle = (choice: 'mine' | 'theirs'): void => {
    if (conflict === undefined) return;
    replace(store, conflict.theirs);
    const theirs = store.getState().history.document;
    if (choice === 'mine') replace(store, conflict.mine);
    setAtOpening(undefined);
    autosave.goOn(theirs, conflict.revision);
  };
  return { conflict, settle };
};
