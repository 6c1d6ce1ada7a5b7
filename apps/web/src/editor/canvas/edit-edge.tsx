import { IconPlus, IconTrash } from '@tabler/icons-react';
import { EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { PathEdge } from '../../canvas/drawn.js';
import { PathLine } from '../../canvas/path-edge.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { useCanvas } from './canvas-store.js';

const Tools = ({ id, at }: { readonly id: string; readonly at: { readonly x: number; readonly y: number } }) => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const hover = (hoveredEdge: string | undefined) => useCanvas.getState().set({ hoveredEdge });
  return (
    <EdgeLabelRenderer>
      <span
        className="edge-tools nodrag nopan"
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        onMouseEnter={() => hover(id)}
        onMouseLeave={() => hover(undefined)}
      >
        <button
          type="button"
          title={editor.addHere}
          aria-label={editor.addHere}
          onClick={({ clientX, clientY }) =>
            useCanvas
              .getState()
              .set({ picker: { edge: id, near: { x: clientX, y: clientY }, at: { x: at.x - 110, y: at.y - 32 } } })
          }
        >
          <IconPlus size={14} aria-hidden />
        </button>
        <button
          type="button"
          title={editor.removeEdge}
          aria-label={editor.removeEdge}
          onClick={() => {
            const { graph, act } = store.getState();
            act({ kind: 'unlink', graph, edge: id });
          }}
        >
          <IconTrash size={14} aria-hidden />
        </button>
      </span>
    </EdgeLabelRenderer>
  );
};

/** An edge that is edited: under the pointer it offers a new step in its middle, and to go. */
export const EditEdge = memo((edge: EdgeProps<PathEdge>) => {
  const isHot = useCanvas(({ hotEdge }) => hotEdge === edge.id);
  const isHovered = useCanvas(({ hoveredEdge }) => hoveredEdge === edge.id);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [path, x, y] = getSmoothStepPath(edge);
  return (
    <>
      {isHot || edge.selected === true ? <path d={path} className={isHot ? 'edge-halo is-hot' : 'edge-halo'} /> : null}
      <PathLine {...edge} />
      {!isReadOnly && (isHovered || edge.selected === true) ? <Tools id={edge.id} at={{ x, y }} /> : null}
    </>
  );
});
EditEdge.displayName = 'EditEdge';
