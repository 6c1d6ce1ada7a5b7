import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { NoteNode } from '../../canvas/drawn.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { useCanvas } from './canvas-store.js';

const LEAST_WIDTH = 120;
const LEAST_HEIGHT = 48;
const LONGEST = 4000;

/** A note: written in place, by double click or Enter. */
export const EditNote = memo(({ id, data, selected }: NodeProps<NoteNode>) => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const isWriting = useCanvas((state) => state.writing === id);
  const leave = (): void => useCanvas.getState().set({ writing: undefined });
  const write = (text: string) => store.getState().act({ kind: 'edit-note', note: id, patch: { text } }, `note/${id}`);
  return (
    <div
      className={selected ? 'note-node is-chosen' : 'note-node'}
      onDoubleClick={() => {
        if (!isReadOnly) useCanvas.getState().set({ writing: id });
      }}
    >
      <NodeResizer
        isVisible={selected && !isReadOnly}
        minWidth={LEAST_WIDTH}
        minHeight={LEAST_HEIGHT}
        onResizeEnd={(_event, { x, y, width, height }) => {
          const patch = { position: { x, y }, width: Math.round(width), height: Math.round(height) };
          store.getState().act({ kind: 'edit-note', note: id, patch });
        }}
      />
      {isWriting ? (
        <textarea
          className="nodrag nowheel note-text"
          autoFocus
          aria-label={editor.noteText}
          maxLength={LONGEST}
          value={data.text}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('.react-flow__node')?.focus();
          }}
        />
      ) : (
        data.text || <span className="dim">{editor.noteEmpty}</span>
      )}
    </div>
  );
});
EditNote.displayName = 'EditNote';
