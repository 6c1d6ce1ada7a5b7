import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useTexts } from '../../app/texts/use-texts.js';
import type { PageActs } from '../acts/act-context.js';
import type { Autosave } from '../state/autosave.js';
import { useEditorApi } from '../state/use-editor.js';
import type { Dialog } from './editor-dialogs.js';

export type Side = 'findings' | 'outline' | 'trying' | 'settings';

/** What is open beside and over the canvas. */
export const usePageActs = (autosave: Autosave) => {
  const { editor } = useTexts();
  const store = useEditorApi();
  const [dialog, setDialog] = useState<Dialog>();
  const [side, setSide] = useState<Side>();
  const [renaming, setRenaming] = useState<string>();
  const page = useMemo<PageActs>(
    () => ({
      publish: () => void autosave.flush().then((isSaved) => isSaved && setDialog({ kind: 'publish' })),
      run: () => setDialog({ kind: 'run' }),
      saved: () =>
        void autosave.flush().then((isSaved) => {
          notifications.show(isSaved ? { message: editor.savedNow } : { color: 'red', message: editor.notSaved });
        }),
      tell: (message) => notifications.show({ color: 'yellow', message, autoClose: 10_000 }),
      help: () => setDialog({ kind: 'help' }),
      find: () => setDialog({ kind: 'find' }),
      settings: () => setSide('settings'),
      toggle: (panel) => setSide((open) => (open === panel ? undefined : panel)),
      extract: () => setDialog({ kind: 'extract' }),
      connect: (node) => setDialog({ kind: 'connect', node }),
      tryStep: (node) => {
        store.getState().openNode(node);
        setSide('trying');
      },
      pin: (node) => store.getState().openNode(node),
      rename: (node) => {
        store.getState().openNode(node);
        setRenaming(node);
      },
    }),
    [autosave, store, editor],
  );
  return { page, dialog, setDialog, side, setSide, renaming, setRenaming };
};
