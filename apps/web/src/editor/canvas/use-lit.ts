import { collectReferences, stepUses } from '@potok/scenario';
import { useCallback, useEffect } from 'react';
import { findNode } from '../document/kit.js';
import type { EditorStore } from '../state/editor-store.js';
import { useEditorApi } from '../state/use-editor.js';
import { useCanvas } from './canvas-store.js';
import type { FlowNode } from './flow-elements.js';

/** The step itself, the steps that it takes data from, and those that take data from it. */
export const relatedSteps = (
  { history, graph }: Pick<EditorStore, 'history' | 'graph'>,
  id: string,
): ReadonlySet<string> => {
  const { scenario } = history.document;
  const node = findNode(scenario, graph, id);
  const sources = collectReferences(node?.params ?? {}).flatMap(({ root, path }) => {
    if (root === 'trigger')
      return scenario.nodes.filter(({ type }) => type.startsWith('trigger.')).map((one) => one.id);
    return (root === 'steps' || root === 'waits') && path[0] !== undefined ? [path[0]] : [];
  });
  const users = (stepUses(scenario).get(id) ?? []).map((use) => use.node);
  return new Set([id, ...sources, ...users]);
};

/** Shift over a step: where its data come from and go to stays bright, the rest steps back. */
export const useLit = () => {
  const store = useEditorApi();
  const clear = useCallback(() => {
    const { lit, set } = useCanvas.getState();
    if (lit !== undefined) set({ lit: undefined });
  }, []);
  useEffect(() => {
    const onKeyUp = ({ key }: KeyboardEvent): void => {
      if (key === 'Shift') clear();
    };
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', clear);
    return () => {
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', clear);
    };
  }, [clear]);
  const onNodeMouseMove = useCallback(
    ({ shiftKey, buttons }: { readonly shiftKey: boolean; readonly buttons: number }, { id, type }: FlowNode) => {
      const { lit, set } = useCanvas.getState();
      if (!shiftKey || buttons !== 0 || type !== 'step' || lit !== undefined) return;
      set({ lit: relatedSteps(store.getState(), id) });
    },
    [store],
  );
  return { onNodeMouseMove, onNodeMouseLeave: clear };
};
