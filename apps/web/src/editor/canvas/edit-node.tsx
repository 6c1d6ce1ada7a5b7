import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { StepNode, StepNodeData } from '../../canvas/drawn.js';
import { StepLines } from '../../canvas/step-node.js';

import { useEditor } from '../state/use-editor.js';
import { useCanvas } from './canvas-store.js';
import { useNodeBadge } from './use-node-badge.js';

const Badge = ({ id }: { readonly id: string }) => {
  const { editor } = useEditorTexts();
  const { errors, warnings } = useNodeBadge(id);
  if (errors + warnings === 0) return null;
  const Sign = errors > 0 ? IconX : IconAlertTriangle;
  return (
    <span className={errors > 0 ? 'node-badge is-error' : 'node-badge is-warning'}>
      <Sign size={12} stroke={2.5} aria-hidden />
      {errors + warnings}
      <span className="visually-hidden">{editor.badge(errors, warnings)}</span>
    </span>
  );
};

interface ExitsProps {
  readonly id: string;
  readonly ports: StepNodeData['ports'];
}

const ADD_PX = 20;

/** Exits stand closer than «+» is high: the buttons of neighbours stand side by side, so that each can be hit. */
const asideOf = (ports: StepNodeData['ports'], at: number): number => {
  const [first, second] = ports;
  const apart = first === undefined || second === undefined ? ADD_PX : second.y - first.y;
  const columns = Math.max(1, Math.ceil(ADD_PX / apart));
  return (at % columns) * (ADD_PX + 2);
};

/** Exits, and «+» beside those that lead nowhere yet. */
const Exits = ({ id, ports }: ExitsProps) => {
  const { editor } = useEditorTexts();
  const open = useEditor((state) => state.openExits.get(id) ?? '');
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const openPorts = open.split('\n');
  return ports.map((port, at) => (
    <span key={port.id}>
      <Handle
        id={port.id}
        type="source"
        position={Position.Right}
        style={{ top: port.y }}
        className={ports.length > 4 ? 'port small' : 'port'}
        title={port.title}
        isConnectable={!isReadOnly}
      />
      {isReadOnly || !openPorts.includes(port.id) ? null : (
        <button
          type="button"
          className="quick-add nodrag nopan"
          style={{ top: port.y, marginLeft: asideOf(ports, at) }}
          tabIndex={-1}
          aria-label={editor.addAfter(port.title)}
          title={editor.addAfter(port.title)}
          onClick={(event) => {
            event.stopPropagation();
            const near = { x: event.clientX, y: event.clientY };
            useCanvas.getState().set({ picker: { from: { node: id, port: port.id }, near } });
          }}
        >
          <IconPlus size={12} aria-hidden />
        </button>
      )}
    </span>
  ));
};

/** A step that is edited: its exits can be drawn from, and its badge says what is wrong. */
export const EditNode = memo(({ id, data, selected }: NodeProps<StepNode>) => {
  const isDim = useCanvas(
    ({ connecting, lit }) =>
      (connecting !== undefined && (connecting.node === id || !data.hasInput)) || (lit !== undefined && !lit.has(id)),
  );
  const tried = useEditor((state) => state.tried.get(id));
  const classes = [
    'step-node',
    `is-${data.kind}`,
    selected ? 'is-chosen' : '',
    data.isSkipped ? 'is-skipped' : '',
    isDim ? 'is-back' : '',
    tried === undefined ? '' : `tried-${tried}`,
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      {data.hasInput ? <Handle type="target" position={Position.Left} className="port in" /> : null}
      <span className="step-icon" style={{ maskImage: data.icon, background: data.brand }} aria-hidden />
      <StepLines data={data} trace={undefined} />
      <Badge id={id} />
      <Exits id={id} ports={data.ports} />
    </div>
  );
});
EditNode.displayName = 'EditNode';
