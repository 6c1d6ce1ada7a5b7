import type { AnyManifest } from '@potok/contracts';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useSpeech } from '../../app/texts/use-texts.js';
import { brandOf, iconMask } from '../../canvas/icon.js';
import { NODE_HEIGHT, NODE_WIDTH } from '../../canvas/layout.js';
import { type PickerOrder, useCanvas } from '../canvas/canvas-store.js';
import { edgeUnder } from '../canvas/edge-hit.js';
import type { FlowEdge, FlowNode } from '../canvas/flow-elements.js';
import { runsOf } from '../canvas/use-dragging.js';
import { dragged } from './dragged-kind.js';

/** The step that is pulled from the list, under the pointer; the edge that would take it lights up. */
export const Ghost = ({ onDrop }: { readonly onDrop: (manifest: AnyManifest, order: PickerOrder) => void }) => {
  const { language } = useSpeech();
  const { manifest, at } = dragged();
  const { screenToFlowPosition, getNodes, getEdges, getZoom } = useReactFlow<FlowNode, FlowEdge>();
  useEffect(() => {
    if (manifest === undefined) return undefined;
    const cornerOf = ({ clientX, clientY }: PointerEvent) => {
      const { x, y } = screenToFlowPosition({ x: clientX, y: clientY });
      return { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
    };
    const onMove = (event: PointerEvent): void => {
      dragged.getState().move({ x: event.clientX, y: event.clientY });
      const box = { ...cornerOf(event), width: NODE_WIDTH, height: NODE_HEIGHT };
      const hotEdge = manifest.kind === 'trigger' ? undefined : edgeUnder(box, runsOf(getNodes(), getEdges()));
      useCanvas.getState().set({ hotEdge });
    };
    const onUp = (event: PointerEvent): void => {
      const { hotEdge, set } = useCanvas.getState();
      dragged.getState().end();
      set({ hotEdge: undefined });
      const isOnCanvas =
        document.elementFromPoint(event.clientX, event.clientY)?.closest('.editor-canvas') instanceof Element;
      if (isOnCanvas) onDrop(manifest, { at: cornerOf(event), ...(hotEdge === undefined ? {} : { edge: hotEdge }) });
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
    };
  }, [manifest, screenToFlowPosition, getNodes, getEdges, onDrop]);
  if (manifest === undefined) return null;
  const zoom = getZoom();
  const place = `translate(${at.x}px, ${at.y}px) scale(${zoom}) translate(-50%, -50%)`;
  return (
    <div className="step-node ghost" style={{ transform: place }} aria-hidden>
      <span className="step-icon" style={{ maskImage: iconMask(manifest), background: brandOf(manifest) }} />
      <span className="step-name">{manifest.title[language]}</span>
    </div>
  );
};
