import { Button } from '@mantine/core';
import type { AnyManifest, Finding, ScenarioDetailView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { useSpeech } from '../../app/texts/use-texts.js';
import { useWorkspace } from '../../app/use-workspace.js';
import { graphOf, MAIN } from '../../canvas/graph.js';
import { PublishDialog } from '../../scenarios/publish-dialog.js';
import { StartDialog } from '../../scenarios/start-dialog.js';
import { SidePanel } from '../../page/side-panel.js';
import type { ActContext } from '../acts/act-context.js';
import { ActMenu } from '../acts/act-menu.js';
import { addKind } from '../acts/node-acts.js';
import { goTo } from '../acts/walk-acts.js';
import { type PickerOrder, useCanvas } from '../canvas/canvas-store.js';
import { EditCanvas } from '../canvas/edit-canvas.js';
import type { Checker } from '../checks/checker.js';
import { FindingsList } from '../checks/findings-list.js';
import { useChecks } from '../checks/use-checks.js';
import { useClipboard } from '../clipboard/use-clipboard.js';
import type { EditorDocument } from '../document/change.js';
import { useKeys } from '../keys/use-keys.js';
import { EditOutline } from '../outline/edit-outline.js';
import { NodePanel } from '../panel/node-panel.js';
import { Ghost } from '../picker/ghost.js';
import { Picker } from '../picker/picker.js';
import { SettingsPanel } from '../settings/settings-panel.js';
import { useAutosave } from '../state/use-autosave.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { ConflictDialog } from './conflict-dialog.js';
import { EditorDialogs, usePaste } from './editor-dialogs.js';
import { EditorHeader } from './editor-header.js';
import { SavingMark } from './saving-mark.js';
import { usePageActs } from './use-page-acts.js';
import { useReconcile } from './use-reconcile.js';
import { useView } from './use-view.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly saved: EditorDocument;
  readonly checker: Checker;
}

const graphOfNode = ({ scenario }: EditorDocument, node: string): string =>
  (scenario.paths ?? []).find(({ id }) => graphOf(scenario, id).nodes.some((one) => one.id === node))?.id ?? MAIN;

/** Leads to what a finding is about: its graph, its step, its field. */
const goFinding = (context: ActContext, { node, field }: Finding): void => {
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

const Name = ({ id }: { readonly id: string }) => {
  const { scenarios } = useSpeech().texts;
  const { id: ws } = useWorkspace();
  const name = useEditor(({ history }) => history.document.scenario.name);
  return (
    <>
      <Link to="/w/$ws/scenarios/$id" params={{ ws, id }} className="dim">
        {scenarios.title}
      </Link>
      <span className="dim" aria-hidden>
        /
      </span>
      <h1>{name}</h1>
    </>
  );
};

const AddLayer = ({ context }: { readonly context: ActContext }) => {
  const order = useCanvas((state) => state.picker);
  const add = useCallback(
    (manifest: AnyManifest, where: PickerOrder) => {
      const id = addKind(context, manifest, where);
      setTimeout(() => context.view.focus(id), 0);
    },
    [context],
  );
  return (
    <>
      {order === undefined ? null : (
        <Picker order={order} onPick={add} onClose={() => useCanvas.getState().set({ picker: undefined })} />
      )}
      <Ghost onDrop={add} />
    </>
  );
};

/** The editor's page: a line of what concerns the whole, the canvas, and beside it what is open. */
export const EditorInside = ({ scenario, saved, checker }: Props) => {
  const { texts, language } = useSpeech();
  const { editor } = texts;
  const store = useEditorApi();
  const root = useRef<HTMLDivElement>(null);
  const { saving, autosave } = useAutosave({
    scenarioId: scenario.id,
    saved,
    revision: scenario.draftRevision,
  });
  const { page, dialog, setDialog, side, setSide, renaming, setRenaming } = usePageActs(autosave);
  const view = useView(root);
  const context = useMemo<ActContext>(
    () => ({ store, page, view, texts, language }),
    [store, page, view, texts, language],
  );
  const checks = useChecks(checker);
  const { conflict, settle } = useReconcile({ scenario, saved, autosave, saving });
  const paste = usePaste(context, checker, setDialog);
  useKeys(root, context);
  useClipboard({ root, context, onPasted: paste });
  const close = () => setDialog(undefined);
  return (
    <div className="editor">
      <EditorHeader
        context={context}
        name={<Name id={scenario.id} />}
        standing={<SavingMark saving={saving} />}
        actions={<Button onClick={page.publish}>{texts.scenarios.publish}</Button>}
      />
      <div className="editor-body">
        <div className="editor-canvas" ref={root}>
          <EditCanvas />
        </div>
        <NodePanel
          isRenaming={renaming !== undefined}
          params={() => null}
          onClose={() => {
            setRenaming(undefined);
            store.getState().openNode(undefined);
          }}
        />
        {side === 'findings' ? (
          <SidePanel title={editor.findings.title} label={editor.findings.title} onClose={() => setSide(undefined)}>
            <FindingsList isBusy={checks.isBusy} onGo={(finding) => goFinding(context, finding)} />
          </SidePanel>
        ) : null}
        {side === 'outline' ? (
          <SidePanel title={editor.outline.title} label={editor.outline.title} onClose={() => setSide(undefined)}>
            <EditOutline context={context} />
          </SidePanel>
        ) : null}
        {side === 'settings' ? <SettingsPanel onClose={() => setSide(undefined)} /> : null}
      </div>
      <AddLayer context={context} />
      <ActMenu context={context} />
      <EditorDialogs dialog={dialog} context={context} onClose={close} />
      {dialog?.kind === 'publish' ? (
        <PublishDialog scenario={{ ...scenario, draftRevision: autosave.seenRevision }} onClose={close} />
      ) : null}
      {dialog?.kind === 'run' && scenario.published !== undefined ? (
        <StartDialog scenario={scenario} number={scenario.published.number} onClose={close} />
      ) : null}
      {conflict === undefined ? null : (
        <ConflictDialog
          mine={conflict.mine}
          theirs={conflict.theirs}
          who={undefined}
          diff={null}
          onTakeMine={() => settle('mine')}
          onTakeTheirs={() => settle('theirs')}
          onClose={() => settle('theirs')}
        />
      )}
    </div>
  );
};
