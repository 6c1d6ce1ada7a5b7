import { Button } from '@mantine/core';
import type { AnyManifest, ScenarioDetailView } from '@potok/contracts';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { useWorkspace } from '../../app/use-workspace.js';
import { graphOf, MAIN } from '../../canvas/graph.js';
import { useCoachAnchor } from '../../coach/use-coach.js';
import { useNarrow } from '../../page/use-narrow.js';
import { PictureItems, PictureMenu } from '../../picture/picture-menu.js';
import { EmptyCanvas } from '../../start/empty-canvas.js';
import type { ActContext } from '../acts/act-context.js';
import { ActMenu } from '../acts/act-menu.js';
import { addKind } from '../acts/node-acts.js';
import { usePalette } from '../acts/use-palette.js';
import { type PickerOrder, useCanvas } from '../canvas/canvas-store.js';
import { EditCanvas } from '../canvas/edit-canvas.js';
import type { Checker } from '../checks/checker.js';
import { Checks } from '../checks/checks.js';
import { useClipboard } from '../clipboard/use-clipboard.js';
import type { EditorDocument } from '../document/change.js';
import { useChooseFocused } from '../keys/use-choose-focused.js';
import { useKeys } from '../keys/use-keys.js';
import { dragged } from '../picker/dragged-kind.js';
import { Ghost } from '../picker/ghost.js';
import { Picker } from '../picker/picker.js';
import type { OpenedTab } from '../state/opened-tab.js';
import { useAutosave } from '../state/use-autosave.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { usePresence } from '../state/use-presence.js';
import { EditorDialogs, usePaste } from './editor-dialogs.js';
import { EditorHeader } from './editor-header.js';
import { EditorSides } from './editor-sides.js';
import { LockBar, NarrowBar, Others } from './presence-bar.js';
import { PublishAndConflict } from './publish-and-conflict.js';
import { SavingMark } from './saving-mark.js';
import { useFollowServer } from './use-follow-server.js';
import { useDrawingHints } from './use-drawing-hints.js';
import { usePageActs } from './use-page-acts.js';
import { useView } from './use-view.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly saved: EditorDocument;
  readonly opened: OpenedTab;
  readonly checker: Checker;
}

const Name = ({ id }: { readonly id: string }) => {
  const { scenarios } = useEditorSpeech().texts;
  const { id: ws } = useWorkspace();
  const name = useEditor(({ history }) => history.document.scenario.name);
  return (
    <>
      <Link to="/w/$ws/scenarios/$id" params={{ ws, id }} className="dim editor-back">
        <IconChevronLeft size={20} aria-hidden />
        <span>{scenarios.title}</span>
      </Link>
      <span className="dim wide-only" aria-hidden>
        /
      </span>
      <h1 title={name}>{name}</h1>
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

/** Over a canvas without steps: two ways to begin. */
const Beginning = () => {
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  const isEmpty = useEditor(({ history, graph }) => graphOf(history.document.scenario, graph).nodes.length === 0);
  const isMain = useEditor(({ graph }) => graph === MAIN);
  const isPicking = useCanvas(({ picker }) => picker !== undefined);
  const isDragging = dragged(({ manifest }) => manifest !== undefined);
  if (!isEmpty || !isMain || isPicking || isDragging) return null;
  return (
    <div className="editor-beginning">
      <EmptyCanvas
        onTemplate={() => void navigate({ to: '/w/$ws/scenarios/new', params: { ws } })}
        onFirstStep={() => useCanvas.getState().set({ picker: {} })}
      />
    </div>
  );
};

interface PicturesProps {
  readonly scenarioId: string;
  readonly shape: typeof PictureMenu | typeof PictureItems;
}

const Pictures = ({ scenarioId, shape: Shape }: PicturesProps) => {
  const { scenario, binding } = useEditor(({ history }) => history.document);
  const graph = useEditor((state) => state.graph);
  return <Shape scenario={scenario} graph={graph} binding={binding} scenarioId={scenarioId} />;
};

const PublishButton = ({ onClick }: { readonly onClick: () => void }) => {
  const { scenarios } = useEditorSpeech().texts;
  const anchor = useCoachAnchor('publish');
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <Button ref={anchor} className="wide-only" onClick={onClick} disabled={isReadOnly}>
      {scenarios.publish}
    </Button>
  );
};

const useContext = (page: ActContext['page'], view: ActContext['view']): ActContext => {
  const { texts, language } = useEditorSpeech();
  const store = useEditorApi();
  return useMemo(() => ({ store, page, view, texts, language }), [store, page, view, texts, language]);
};

/** Saving, presence and checks: what goes on by itself while somebody draws. */
const useBackground = ({ scenario, saved, opened }: Omit<Props, 'checker'>) => {
  const { saving, autosave } = useAutosave({
    scenarioId: scenario.id,
    saved,
    revision: scenario.draftRevision,
    tab: opened.id,
  });
  const presence = usePresence(scenario.id, opened);
  useFollowServer({ scenarioId: scenario.id, autosave, saving, presence });
  return { saving, autosave, presence };
};

/** The editor's page: a line of what concerns the whole, the canvas, and beside it what is open. */
export const EditorInside = (props: Props) => {
  const { checker } = props;
  const [scenario, setScenario] = useState(props.scenario);
  const root = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow();
  const { saving, autosave, presence } = useBackground(props);
  const { page, dialog, setDialog, ...sides } = usePageActs(autosave);
  const context = useContext(page, useView(root));
  const paste = usePaste(context, checker, setDialog);
  useKeys(root, context);
  useChooseFocused(root, context.store);
  useDrawingHints(root, context.store);
  usePalette(context);
  useClipboard({ root, context, onPasted: paste });
  const close = () => setDialog(undefined);
  return (
    <div className="editor">
      <EditorHeader
        context={context}
        name={<Name id={scenario.id} />}
        standing={
          <>
            <SavingMark saving={saving} />
            <Others presence={presence} tab={props.opened.id} />
          </>
        }
        actions={
          <>
            {isNarrow ? null : <Pictures scenarioId={scenario.id} shape={PictureMenu} />}
            <PublishButton onClick={page.publish} />
          </>
        }
        items={isNarrow ? <Pictures scenarioId={scenario.id} shape={PictureItems} /> : null}
      />
      <NarrowBar />
      <LockBar presence={presence} />
      <div className="editor-body">
        <div className="editor-canvas" ref={root}>
          <EditCanvas />
          <Beginning />
        </div>
        <EditorSides context={context} {...sides} />
      </div>
      <Checks checker={checker} scenarioId={scenario.id} savedRevision={autosave.seenRevision} />
      <AddLayer context={context} />
      <ActMenu context={context} />
      <EditorDialogs dialog={dialog} context={context} onClose={close} />
      <PublishAndConflict
        scenario={scenario}
        opened={props.opened}
        presence={presence}
        autosave={autosave}
        saving={saving}
        context={context}
        isPublishing={dialog?.kind === 'publish'}
        onPublished={setScenario}
        onClose={close}
      />
    </div>
  );
};
