import { type RefObject, useEffect } from 'react';
import type { ActContext } from '../acts/act-context.js';
import { removeChosen } from '../acts/node-acts.js';
import type { Checker } from '../checks/checker.js';
import type { Fragment } from '../document/commands/drawing-commands.js';
import { asDrawing, fragmentOf, fragmentText, readFragmentText } from '../document/fragment.js';
import { isTyping } from '../keys/key-combo.js';
import { isOnCanvas } from '../keys/use-keys.js';

export interface PasteResult {
  readonly fragment?: Fragment;
  /** A sentence: what is wrong with the text, and what to do. */
  readonly fault?: string;
}

/** Reads a text as a part of a drawing and has its shape checked; nothing of the document is touched. */
export const readPasted = async (
  text: string,
  checker: Checker,
  { texts, language }: ActContext,
): Promise<PasteResult> => {
  const read = readFragmentText(text);
  if ('fault' in read) return { fault: texts.editor.paste[read.fault] };
  if (read.fragment.nodes.length + read.fragment.notes.length === 0) return { fault: texts.editor.paste.empty };
  const answer = await checker.ask({ kind: 'shape', scenario: asDrawing(read.fragment), language });
  const first = answer?.findings.find(({ severity }) => severity === 'error');
  return first === undefined ? { fragment: read.fragment } : { fault: texts.editor.paste.wrong(first.detail) };
};

interface Given {
  readonly root: RefObject<HTMLElement | null>;
  readonly context: ActContext;
  readonly onPasted: (text: string) => void;
}

const textOfChosen = ({ store }: ActContext): string | undefined => {
  const { history, graph, chosen } = store.getState();
  if (chosen.nodes.size + chosen.notes.size === 0) return undefined;
  return fragmentText(fragmentOf(history.document.scenario, { graph, nodes: chosen.nodes, notes: chosen.notes }));
};

/** Copy, cut and paste by the browser's own events: in any layout, and without asking for the clipboard. */
export const useClipboard = ({ root, context, onPasted }: Given): void => {
  useEffect(() => {
    const isOurs = (): boolean => {
      const at = document.activeElement;
      return isOnCanvas(at, root.current) && !isTyping(at) && (window.getSelection()?.isCollapsed ?? true);
    };
    const onCopy = (event: ClipboardEvent): void => {
      const text = isOurs() ? textOfChosen(context) : undefined;
      if (text === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      if (event.type === 'cut' && !context.store.getState().isReadOnly) removeChosen(context, true);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isOurs() || text === '' || context.store.getState().isReadOnly) return;
      event.preventDefault();
      onPasted(text);
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [root, context, onPasted]);
};
