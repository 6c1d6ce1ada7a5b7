import { ActionIcon, Button, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconDots,
  IconList,
  IconPlus,
  IconSettings,
  IconSitemap,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { MAIN } from '../../canvas/graph.js';
import { useCoachAnchor } from '../../coach/use-coach.js';
import { useNarrow } from '../../page/use-narrow.js';
import type { ActContext } from '../acts/act-context.js';
import { type ActId, acts, isReady } from '../acts/registry.js';
import { keyWords } from '../acts/key-words.js';
import { useCanvas } from '../canvas/canvas-store.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { commandWords } from './command-words.js';

const run = (id: ActId, context: ActContext): void => acts.find((act) => act.id === id)?.run(context);

const UndoButtons = () => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const anchor = useCoachAnchor('undo');
  const last = useEditor(({ history }) => history.past.at(-1));
  const next = useEditor(({ history }) => history.future[0]);
  const document = useEditor(({ history }) => history.document);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const undo = last === undefined ? editor.undoNothing : editor.undoOf(commandWords(last, document, editor));
  const redo = next === undefined ? editor.redoNothing : editor.redoOf(commandWords(next, document, editor));
  return (
    <ActionIcon.Group className="wide-only">
      <Tooltip label={`${undo} · Ctrl Z`}>
        <ActionIcon
          variant="default"
          aria-label={undo}
          ref={anchor}
          disabled={last === undefined || isReadOnly}
          onClick={() => store.getState().undo()}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${redo} · Ctrl Shift Z`}>
        <ActionIcon
          variant="default"
          aria-label={redo}
          disabled={next === undefined || isReadOnly}
          onClick={() => store.getState().redo()}
        >
          <IconArrowForwardUp size={16} />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
};

const FindingsButton = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { editor } = useEditorTexts();
  const findings = useEditor((state) => state.findings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const Sign = errors > 0 ? IconX : warnings > 0 ? IconAlertTriangle : IconCheck;
  const hue = errors > 0 ? 'red' : warnings > 0 ? 'amber' : 'green';
  return (
    <Button
      className={findings.length === 0 ? 'is-clean' : undefined}
      variant="default"
      onClick={onOpen}
      leftSection={<Sign size={16} className={`state-${hue}`} aria-hidden />}
      aria-label={editor.findings.title}
    >
      {editor.findings.count(errors, warnings)}
    </Button>
  );
};

const GraphSwitch = () => {
  const { editor, canvas } = useEditorTexts();
  const store = useEditorApi();
  const graph = useEditor((state) => state.graph);
  const paths = useEditor(({ history }) => history.document.scenario.paths);
  if (paths === undefined) return null;
  return (
    <SegmentedControl
      className="editor-graphs"
      size="xs"
      aria-label={editor.graph}
      value={graph}
      onChange={(next) => store.getState().show(next)}
      data={[{ value: MAIN, label: canvas.main }, ...paths.map(({ id, title }) => ({ value: id, label: title }))]}
    />
  );
};

const MORE: readonly ActId[] = ['tidy', 'note', 'find', 'settings', 'help'];

/** On a phone it holds what has no place in the line, and nothing that cannot be done there. */
const More = ({ context, children }: { readonly context: ActContext; readonly children: ReactNode }) => {
  const { editor } = useEditorTexts();
  const isNarrow = useNarrow();
  const shown = MORE.flatMap((id) => acts.filter((act) => act.id === id && (!isNarrow || isReady(act, context))));
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" aria-label={editor.more}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map((act) => (
          <Menu.Item
            key={act.id}
            disabled={!isReady(act, context)}
            onClick={() => act.run(context)}
            rightSection={
              act.keys[0] === undefined ? null : <span className="dim small wide-only">{keyWords(act.keys[0])}</span>
            }
          >
            {editor.acts[act.id]}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
};

interface Props {
  readonly context: ActContext;
  readonly name: ReactNode;
  readonly standing: ReactNode;
  readonly actions: ReactNode;
  /** What a phone has in the menu only. */
  readonly items: ReactNode;
}

/** One line over the canvas: where one is, what is saved, what can be done with the whole. */
export const EditorHeader = ({ context, name, standing, actions, items }: Props) => {
  const { editor } = useEditorTexts();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <header className="editor-head">
      <div className="editor-name">{name}</div>
      {standing}
      <GraphSwitch />
      <span className="editor-space" />
      <UndoButtons />
      <Tooltip label={`${editor.acts.add} · N`}>
        <Button
          className="wide-only"
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={isReadOnly}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            useCanvas.getState().set({ picker: { near: { x: left, y: bottom + 6 } } });
          }}
        >
          {editor.step}
        </Button>
      </Tooltip>
      <Tooltip label={`${editor.acts.outline} · I`}>
        <ActionIcon variant="default" aria-label={editor.acts.outline} onClick={() => run('outline', context)}>
          <IconList size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${editor.acts.tidy} · Shift Alt T`}>
        <ActionIcon
          className="wide-only"
          variant="default"
          aria-label={editor.acts.tidy}
          disabled={isReadOnly}
          onClick={() => run('tidy', context)}
        >
          <IconSitemap size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={editor.acts.settings}>
        <ActionIcon
          className="wide-only"
          variant="default"
          aria-label={editor.acts.settings}
          onClick={() => run('settings', context)}
        >
          <IconSettings size={16} />
        </ActionIcon>
      </Tooltip>
      <FindingsButton onOpen={() => run('findings', context)} />
      {actions}
      <More context={context}>{items}</More>
    </header>
  );
};
