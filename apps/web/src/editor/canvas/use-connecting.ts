import { notifications } from '@mantine/notifications';
import type {
  Connection,
  FinalConnectionState,
  HandleType,
  IsValidConnection,
  OnConnectStartParams,
} from '@xyflow/react';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useEditorApi } from '../state/use-editor.js';
import { useCanvas } from './canvas-store.js';
import type { FlowEdge } from './flow-elements.js';
import { tellWhyNot } from './why-not.js';

const pointOf = (event: MouseEvent | TouchEvent): { x: number; y: number } => {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
};

/** The step under the pointer, also where no port of it is near. */
const stepAt = ({ x, y }: { readonly x: number; readonly y: number }): string | undefined =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node-step')?.dataset.id;

type RefusalOf = (edge: Pick<Connection, 'source' | 'target'>) => string | undefined;

const useRefusalOf = (): RefusalOf => {
  const store = useEditorApi();
  const { editor } = useEditorTexts();
  return useCallback(
    ({ source, target }) => {
      const { history, graph, kit } = store.getState();
      const around = { scenario: history.document.scenario, graph, kinds: kit.kinds };
      return tellWhyNot(around, { source, target }, editor.whyNot);
    },
    [store, editor],
  );
};

/** An edge that is drawn anew: to a step, or to nowhere for a new one. */
const useDrawn = (refusalOf: RefusalOf) => {
  const store = useEditorApi();
  const { screenToFlowPosition } = useReactFlow();
  const isValidConnection: IsValidConnection<FlowEdge> = useCallback(
    (edge) => refusalOf(edge) === undefined,
    [refusalOf],
  );
  const onConnectStart = useCallback((_event: unknown, { nodeId, handleId, handleType }: OnConnectStartParams) => {
    if (nodeId === null || handleType !== 'source') return;
    useCanvas.getState().set({ connecting: { node: nodeId, port: handleId ?? 'done' } });
  }, []);
  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      const { graph, act } = store.getState();
      act({ kind: 'link', graph, from: { node: source, port: sourceHandle ?? 'done' }, to: target });
    },
    [store],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const { connecting, set } = useCanvas.getState();
      set({ connecting: undefined });
      if (state.isValid === true || connecting === undefined) return;
      const near = pointOf(event);
      const target = state.toNode?.id ?? stepAt(near);
      if (target !== undefined) {
        const whyNot = refusalOf({ source: connecting.node, target });
        if (whyNot === undefined)
          store.getState().act({ kind: 'link', graph: store.getState().graph, from: connecting, to: target });
        else notifications.show({ color: 'yellow', message: whyNot });
        return;
      }
      const at = screenToFlowPosition(near);
      set({ picker: { from: connecting, near, at: { x: at.x, y: at.y - 32 } } });
    },
    [screenToFlowPosition, refusalOf, store],
  );
  return { isValidConnection, onConnectStart, onConnect, onConnectEnd };
};

/** An edge whose end is taken off, and put elsewhere or nowhere. */
const useMoved = (refusalOf: RefusalOf) => {
  const store = useEditorApi();
  const onReconnect = useCallback(
    (edge: FlowEdge, { source, sourceHandle, target }: Connection) => {
      const { graph, act } = store.getState();
      const from = { node: source, port: sourceHandle ?? 'done' };
      act({ kind: 'relink', graph, edge: edge.id, from, to: target });
    },
    [store],
  );
  const onReconnectEnd = useCallback(
    (...[, edge, , state]: readonly [unknown, FlowEdge, HandleType, FinalConnectionState]) => {
      if (state.isValid === true) return;
      if (state.toNode !== null) {
        const whyNot = refusalOf({ source: edge.source, target: state.toNode.id });
        if (whyNot !== undefined) notifications.show({ color: 'yellow', message: whyNot });
        return;
      }
      const { graph, act } = store.getState();
      act({ kind: 'unlink', graph, edge: edge.id });
    },
    [store, refusalOf],
  );
  return { onReconnect, onReconnectEnd };
};

/** Drawing edges: from an exit to a step, to nowhere for a new step, and taking an end off. */
export const useConnecting = () => {
  const refusalOf = useRefusalOf();
  return { ...useDrawn(refusalOf), ...useMoved(refusalOf) };
};
