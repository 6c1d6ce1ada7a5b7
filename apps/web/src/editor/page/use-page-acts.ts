import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useCoach } from '../../coach/use-coach.js';
import { serves, useSystems } from '../../connections/systems.js';
import { useConnections } from '../../connections/use-connections.js';
import { graphOf } from '../../canvas/graph.js';
import { useNewest } from '../../page/use-newest.js';
import type { PageActs } from '../acts/act-context.js';
import type { Autosave } from '../state/autosave.js';
import { useEditorApi } from '../state/use-editor.js';
import { type Trying, useTryingLater } from '../trying/trying-context.js';
import { isPinnable } from '../../trying/way-choices.js';
import type { Dialog } from './editor-dialogs.js';

export type Side = 'findings' | 'outline' | 'trying' | 'settings';

const useOnlyAccount = () => {
  const connections = useConnections();
  const systems = useSystems();
  return (gateway: string): string | undefined => {
    const [only, ...others] = connections.filter((connection) => serves(connection, gateway, systems));
    return others.length === 0 ? only?.id : undefined;
  };
};

const togglePin = ({ pinned, setPinned }: Trying, node: string): void =>
  setPinned(pinned.includes(node) ? pinned.filter((one) => one !== node) : [...pinned, node]);

/** Anew with each wish: asked twice, the name gets the keyboard twice. */
export interface Renaming {
  readonly node: string;
}

/** What is open beside and over the canvas, and what the page does for an act. */
export const usePageActs = (autosave: Autosave) => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const trying = useTryingLater();
  const onlyAccount = useNewest(useOnlyAccount());
  const { did } = useCoach();
  const [dialog, setDialog] = useState<Dialog>();
  const [side, setSide] = useState<Side>();
  const [renaming, setRenaming] = useState<Renaming>();
  const page = useMemo<PageActs>(
    () => ({
      publish: () =>
        void autosave.flush().then((isSaved) => {
          if (isSaved) setDialog({ kind: 'publish' });
          else notifications.show({ color: 'red', message: editor.notSaved });
        }),
      run: () => setSide('trying'),
      saved: () =>
        void autosave.flush().then((isSaved) => {
          notifications.show(isSaved ? { message: editor.savedNow } : { color: 'red', message: editor.notSaved });
        }),
      tell: (message) => notifications.show({ color: 'yellow', message, autoClose: 10_000 }),
      onlyAccount: (gateway) => onlyAccount.current(gateway),
      savedRevision: async () => ((await autosave.flush()) ? autosave.seenRevision : undefined),
      did,
      help: () => setDialog({ kind: 'help' }),
      find: () => setDialog({ kind: 'find' }),
      settings: () => setSide('settings'),
      toggle: (panel) => setSide((open) => (open === panel ? undefined : panel)),
      extract: () => setDialog({ kind: 'extract' }),
      connect: (node) => setDialog({ kind: 'connect', node }),
      tryStep: (node) => {
        store.getState().openNode(node);
        did('step-tried');
        trying.current.tryIt({ kind: 'upTo', node });
      },
      pin: (id) => {
        const { history, graph, kit, openNode } = store.getState();
        const node = graphOf(history.document.scenario, graph).nodes.find((one) => one.id === id);
        if (isPinnable(kit.kinds.get(node?.type ?? ''))) togglePin(trying.current, id);
        // The branch of a decision is chosen in its panel.
        else if (node?.type === 'flow.decide') openNode(id);
        else notifications.show({ message: editor.panel.notPinnable });
      },
      rename: (node) => {
        store.getState().openNode(node);
        setRenaming({ node });
      },
    }),
    [autosave, store, editor, did, trying, onlyAccount],
  );
  return { page, dialog, setDialog, side, setSide, renaming, setRenaming };
};
