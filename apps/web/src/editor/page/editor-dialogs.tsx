import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import type { ActContext } from '../acts/act-context.js';
import { ConnectDialog } from '../acts/connect-dialog.js';
import { ExtractDialog } from '../acts/extract-dialog.js';
import { FindDialog } from '../acts/find-dialog.js';
import { HelpDialog } from '../acts/help-dialog.js';
import { goTo } from '../acts/walk-acts.js';
import type { Checker } from '../checks/checker.js';
import { foreignSlots, likelySlot, PasteDialog } from '../clipboard/paste-dialog.js';
import { readPasted } from '../clipboard/use-clipboard.js';
import type { Fragment } from '../document/commands/drawing-commands.js';
import { renewed } from '../document/fragment.js';

export type Dialog =
  | { readonly kind: 'help' | 'find' | 'publish' | 'extract' }
  | { readonly kind: 'connect'; readonly node: string }
  | { readonly kind: 'paste'; readonly fragment: Fragment };

/** Puts a pasted part under the middle of what is seen; slots of this drawing take the places of its own. */
const land = ({ store, view }: ActContext, fragment: Fragment, chosen: ReadonlyMap<string, string>): void => {
  const { history, graph, kit, act, choose } = store.getState();
  const own = history.document.scenario.slots;
  const slots = new Map(chosen);
  for (const slot of fragment.slots) {
    const likely = likelySlot(slot, own);
    if (likely !== undefined && !slots.has(slot.id)) slots.set(slot.id, likely.id);
  }
  const fresh = renewed(fragment, { at: view.middle(), slots }, kit);
  act({ kind: 'paste', graph, fragment: fresh });
  choose({ nodes: new Set(fresh.nodes.map(({ id }) => id)), notes: new Set(fresh.notes.map(({ id }) => id)) });
};

/** Takes a text from the clipboard: at once where nothing has to be asked. */
export const usePaste = (context: ActContext, checker: Checker, open: (dialog: Dialog) => void) =>
  useCallback(
    (text: string) => {
      void readPasted(text, checker, context).then(({ fragment, fault }) => {
        if (fragment === undefined) {
          notifications.show({ color: 'red', title: context.texts.editor.paste.refused, message: fault });
          return;
        }
        const { scenario } = context.store.getState().history.document;
        if (foreignSlots(fragment, scenario.slots).length > 0) open({ kind: 'paste', fragment });
        else land(context, fragment, new Map());
      });
    },
    [context, checker, open],
  );

interface Props {
  readonly dialog: Dialog | undefined;
  readonly context: ActContext;
  readonly onClose: () => void;
}

/** The small dialogs of the canvas. */
export const EditorDialogs = ({ dialog, context, onClose }: Props) => {
  const [own] = useState(() => context.store);
  switch (dialog?.kind) {
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'find':
      return (
        <FindDialog
          onClose={onClose}
          onGo={({ graph, node }) => {
            own.getState().show(graph);
            goTo(context, node.id);
          }}
        />
      );
    case 'connect':
      return <ConnectDialog node={dialog.node} onClose={onClose} />;
    case 'paste': {
      const { fragment } = dialog;
      const slots = foreignSlots(fragment, own.getState().history.document.scenario.slots);
      return (
        <PasteDialog
          fragment={fragment}
          slots={slots}
          onPaste={(chosen) => land(context, fragment, chosen)}
          onClose={onClose}
        />
      );
    }
    case 'extract':
      return <ExtractDialog onClose={onClose} />;
    case 'publish':
    case undefined:
      return null;
  }
};
