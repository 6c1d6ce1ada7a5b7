import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { type EditorDocument, inOrder } from '../document/change.js';
import { isSameDocument } from '../document/same-document.js';
import type { Autosave, Saving } from '../state/autosave.js';
import type { EditorStoreApi } from '../state/editor-store.js';
import type { OpenedTab } from '../state/opened-tab.js';
import { dropCopy } from '../state/saved-copy.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import type { Presence } from '../state/use-presence.js';

export interface Conflict {
  readonly mine: EditorDocument;
  readonly theirs: EditorDocument;
  /** What both were made from. */
  readonly base: EditorDocument;
  readonly revision: number;
  /** Who saved, where it is known. */
  readonly who: string | undefined;
}

/** As one act: undo leads back to what was there before. */
const replace = (store: EditorStoreApi, { scenario, binding }: EditorDocument): void => {
  const { act } = store.getState();
  const mergeKey = `replace/${crypto.randomUUID()}`;
  act({ kind: 'replace-binding', binding }, mergeKey);
  act({ kind: 'replace-all', scenario }, mergeKey);
};

interface Given {
  readonly opened: OpenedTab;
  readonly presence: Presence;
  readonly autosave: Autosave;
  readonly saving: Saving;
}

/** What a killed tab left in the browser comes back as one act of undo, or is laid beside what was saved meanwhile. */
const useLeftCopy = ({ opened: { id: tab, left }, presence, autosave }: Given) => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const [met, setMet] = useState<Conflict>();
  const isRead = useRef(false);
  // Only who edits can take it in: until then it stays where it is.
  const isMine = presence.view?.lock?.isYours === true;
  useEffect(() => {
    if (left === undefined || !isMine || isRead.current) return;
    isRead.current = true;
    const { copy, owner } = left;
    const theirs = store.getState().history.document;
    if (isSameDocument(copy.document, theirs)) dropCopy(owner);
    else if (copy.baseRevision === autosave.seenRevision) {
      replace(store, copy.document);
      if (owner.tab !== tab) dropCopy(owner);
      notifications.show({ message: editor.restored });
    } else setMet({ mine: copy.document, theirs, base: copy.base, revision: autosave.seenRevision, who: undefined });
  }, [left, isMine, tab, store, autosave, editor]);
  const close = (): void => {
    setMet(undefined);
    if (met !== undefined && left !== undefined && left.owner.tab !== tab) dropCopy(left.owner);
  };
  return { met, close };
};

const metWhileSaving = (saving: Saving, mine: EditorDocument, base: EditorDocument): Conflict | undefined => {
  if (saving.kind !== 'conflict') return undefined;
  const { draft, binding, draftRevision } = saving.theirs;
  return { mine, base, theirs: { scenario: inOrder(draft), binding }, revision: draftRevision, who: saving.who };
};

/** Two versions of one draft are laid before the person who edits; whichever is taken, undo leads to the other. */
export const useReconcile = (given: Given) => {
  const { autosave, saving } = given;
  const store = useEditorApi();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const { met: atOpening, close } = useLeftCopy(given);
  const conflict = metWhileSaving(saving, store.getState().history.document, autosave.base) ?? atOpening;
  const settle = (choice: 'mine' | 'theirs'): void => {
    if (conflict === undefined || isReadOnly) return;
    const { mine, theirs, revision } = conflict;
    // Both are walked through, so that both stand in the history.
    for (const one of choice === 'mine' ? [theirs, mine] : [mine, theirs]) {
      replace(store, one);
      if (one === theirs) autosave.goOn(store.getState().history.document, revision);
    }
    close();
  };
  return { conflict: isReadOnly ? undefined : conflict, settle };
};
