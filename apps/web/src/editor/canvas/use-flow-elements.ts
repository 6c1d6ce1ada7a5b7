import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { useSpeech } from '../../app/texts/use-texts.js';
import type { Drawing } from '../../canvas/drawn.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import type { Chosen } from '../state/editor-store.js';
import {
  type FlowEdge,
  type FlowElements,
  flowElements,
  type FlowNode,
  keptEdges,
  keptNodes,
} from './flow-elements.js';

/** The drawing as it is edited now. */
export const useDrawing = (): Drawing => {
  const { texts, language } = useSpeech();
  const { kit } = useEditorApi().getState();
  const scenario = useEditor(({ history }) => history.document.scenario);
  const binding = useEditor(({ history }) => history.document.binding);
  const graph = useEditor((state) => state.graph);
  return useMemo(
    () => ({ scenario, binding, graph, kinds: kit.kinds, texts, language }),
    [scenario, binding, graph, kit, texts, language],
  );
};

const marked = <T extends { readonly id: string; readonly selected?: boolean }>(
  list: T[],
  isChosen: (id: string) => boolean,
): T[] => {
  const after = list.map((one) =>
    (one.selected ?? false) === isChosen(one.id) ? one : { ...one, selected: isChosen(one.id) },
  );
  return after.every((one, index) => one === list[index]) ? list : after;
};

const withChosenNodes = (nodes: FlowNode[], chosen: Chosen): FlowNode[] =>
  marked(nodes, (id) => chosen.nodes.has(id) || chosen.notes.has(id));

/** React Flow's own arrays: objects of what has not changed stay the same ones. */
export const useFlowElements = () => {
  const drawing = useDrawing();
  const elements = useMemo<FlowElements>(() => flowElements(drawing), [drawing]);
  const chosen = useEditor((state) => state.chosen);
  const [nodes, setNodes] = useState<FlowNode[]>(() => withChosenNodes([...elements.nodes], chosen));
  const [edges, setEdges] = useState<FlowEdge[]>(() => [...elements.edges]);
  const reset = useCallback(() => {
    setNodes((before) => withChosenNodes(keptNodes(before, elements.nodes), chosen));
    setEdges((before) => marked(keptEdges(before, elements.edges), (id) => chosen.edges.has(id)));
  }, [elements, chosen]);
  useLayoutEffect(reset, [reset]);
  return { drawing, nodes, edges, setNodes, reset };
};
