import type { Finding } from '@potok/contracts';
import { useEffect } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { graphOf, MAIN } from '../../canvas/graph.js';
import { SidePanel } from '../../page/side-panel.js';
import type { ActContext } from '../acts/act-context.js';
import { goTo } from '../acts/walk-acts.js';
import { FindingsList } from '../checks/findings-list.js';
import type { EditorDocument } from '../document/change.js';
import { EditOutline } from '../outline/edit-outline.js';
import { NodePanel } from '../panel/node-panel.js';
import { SettingsPanel } from '../settings/settings-panel.js';
import { useEditor } from '../state/use-editor.js';
import { TryingPanel } from '../trying/trying-panel.js';
import type { Renaming, Side } from './use-page-acts.js';

const graphOfNode = ({ scenario }: EditorDocument, node: string): string =>
  (scenario.paths ?? []).find(({ id }) => graphOf(scenario, id).nodes.some((one) => one.id === node))?.id ?? MAIN;

/** Leads to what a finding is about: its graph, its step, its field. */
export const goFinding = (context: ActContext, { node, field }: Pick<Finding, 'node' | 'field'>): void => {
  context.page.did('finding-opened');
  if (node === undefined) {
    context.page.settings();
    return;
  }
  const { history, graph, show, openNode } = context.store.getState();
  const where = graphOfNode(history.document, node);
  if (where !== graph) show(where);
  goTo(context, node);
  openNode(node, field);
};

/** Called from what is gone by now, as the palette is, a panel leaves the keyboard with nothing. */
const backOnCanvas = ({ store, view }: ActContext): void => {
  const [node] = store.getState().chosen.nodes;
  if (document.activeElement === document.body && node !== undefined) view.focus(node);
};

interface Props {
  readonly context: ActContext;
  readonly side: Side | undefined;
  readonly setSide: (side: Side | undefined) => void;
  readonly renaming: Renaming | undefined;
  readonly setRenaming: (renaming: Renaming | undefined) => void;
}

/** Esc closes the step first, and the keyboard is on it again; then takes the choice away. */
const useEscape = ({ store, view }: ActContext): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isElsewhere =
        event.target instanceof Element &&
        event.target.closest('[role=dialog], [role=listbox], .cm-editor, .side') !== null;
      if (event.key !== 'Escape' || event.defaultPrevented || isElsewhere) return;
      const { open, openNode, choose } = store.getState();
      if (open === undefined) choose({});
      else {
        // One Esc closes one thing: what is open beside the step stays.
        event.preventDefault();
        openNode(undefined);
        view.focus(open.node);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, view]);
};

/** A step that is opened stays in sight: its panel takes place of the canvas, which learns of its new size a frame later. */
const useOpenInSight = ({ view }: ActContext): void => {
  const node = useEditor(({ open }) => open?.node);
  useEffect(() => {
    if (node === undefined) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => view.reveal(node));
    });
    return () => cancelAnimationFrame(frame);
  }, [node, view]);
};

/** What is open beside the canvas: the step, the list of what to mend, the steps, the settings, the try. */
export const EditorSides = ({ context, side, setSide, renaming, setRenaming }: Props) => {
  const { editor } = useEditorTexts();
  const isOpen = useEditor(({ open }) => open !== undefined);
  useEscape(context);
  useOpenInSight(context);
  const { did } = context.page;
  useEffect(() => {
    if (!isOpen) setRenaming(undefined);
  }, [isOpen, setRenaming]);
  useEffect(() => {
    if (isOpen) did('node-opened');
    if (side === 'findings') did('findings-shown');
  }, [isOpen, side, did]);
  const close = () => {
    setSide(undefined);
    setTimeout(() => backOnCanvas(context), 0);
  };
  return (
    <>
      <NodePanel
        renaming={renaming}
        onClose={() => {
          const { open, openNode } = context.store.getState();
          openNode(undefined);
          if (open !== undefined) context.view.focus(open.node);
        }}
      />
      {side === 'findings' ? (
        <SidePanel takesKeys title={editor.findings.title} label={editor.findings.title} onClose={close}>
          <FindingsList onGo={(finding) => goFinding(context, finding)} />
        </SidePanel>
      ) : null}
      {side === 'outline' ? (
        <SidePanel takesKeys title={editor.outline.title} label={editor.outline.title} onClose={close}>
          <EditOutline context={context} />
        </SidePanel>
      ) : null}
      {side === 'settings' ? <SettingsPanel onClose={close} /> : null}
      {side === 'trying' ? <TryingPanel savedRevision={context.page.savedRevision} onClose={close} /> : null}
    </>
  );
};
