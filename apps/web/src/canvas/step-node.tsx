import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useSpeech } from '../app/texts/use-texts.js';
import { stepLooks, waitLook } from '../states/looks.js';
import type { Look } from '../states/state-mark.js';
import type { StepNode, StepNodeData } from './drawn.js';
import { type Mark, MarkSign, useMarks } from './marks.js';
import type { NodeTrace } from './overlay.js';
import { useIsChosen, useIsRun, useTrace } from './overlay-store.js';
import { useTraceWords } from './trace-words.js';

const lookOf = ({ status, wait }: NodeTrace): Look =>
  status === 'waiting' && wait !== undefined ? waitLook(wait.kind) : stepLooks[status];

const Trace = ({ trace }: { readonly trace: NodeTrace }) => {
  const { texts } = useSpeech();
  const { icon: Sign, hue } = lookOf(trace);
  return (
    <span className={`step-trace state-${hue}`} title={texts.states.step[trace.status]}>
      <Sign size={14} stroke={2.25} aria-hidden />
      {trace.visits > 1 ? texts.canvas.times(trace.visits) : null}
      <span className="visually-hidden">{texts.states.step[trace.status]}</span>
    </span>
  );
};

/** A moving clock of its own: the node above it stands still. */
const Under = ({ trace }: { readonly trace: NodeTrace }) => {
  const words = useTraceWords(trace);
  const past = trace.endedAt === undefined ? '' : 'is-past';
  return words === '' ? null : (
    <span className={`step-under ${past} state-${lookOf(trace).hue}`} title={words}>
      {words}
    </span>
  );
};

const Ports = ({ ports }: { readonly ports: StepNodeData['ports'] }) =>
  ports.map(({ id, title, y }) => (
    <Handle
      key={id}
      id={id}
      type="source"
      position={Position.Right}
      style={{ top: y }}
      className={ports.length > 4 ? 'port small' : 'port'}
      title={title}
      isConnectable={false}
    />
  ));

/** The two lines of a step: its name, and what it does. */
export const StepLines = ({ data, trace }: { readonly data: StepNodeData; readonly trace: NodeTrace | undefined }) => (
  <span className="step-lines">
    <span className="step-top">
      <span className="step-name">{data.name}</span>
      {trace === undefined ? null : <Trace trace={trace} />}
    </span>
    <span className="step-words" title={data.words}>
      {[data.limit, data.words].filter(Boolean).join(' · ')}
    </span>
  </span>
);

interface Standing {
  readonly isChosen: boolean;
  readonly isRun: boolean;
  readonly trace: NodeTrace | undefined;
  readonly mark: Mark | undefined;
}

const classesOf = (data: StepNodeData, { isChosen, isRun, trace, mark }: Standing): string =>
  [
    'step-node',
    `is-${data.kind}`,
    isChosen ? 'is-chosen' : '',
    trace === undefined ? '' : `on-${lookOf(trace).hue}`,
    (isRun && trace === undefined) || data.isSkipped ? 'is-back' : '',
    mark === undefined ? '' : `is-${mark}`,
  ]
    .filter(Boolean)
    .join(' ');

/** A step on the canvas: 220 × 64, after the run's state when there is a run. */
export const StepNodeCard = memo(({ id, data }: NodeProps<StepNode>) => {
  const trace = useTrace(id);
  const isChosen = useIsChosen(id);
  const isRun = useIsRun();
  const mark = useMarks().nodes.get(id);
  return (
    <div className={classesOf(data, { isChosen, isRun, trace, mark })}>
      {data.hasInput ? (
        <Handle type="target" position={Position.Left} className="port in" isConnectable={false} />
      ) : null}
      <span className="step-icon" style={{ maskImage: data.icon, background: data.brand }} aria-hidden />
      <StepLines data={data} trace={trace} />
      {mark === undefined ? null : <MarkSign mark={mark} />}
      <Ports ports={data.ports} />
      {trace === undefined ? null : <Under trace={trace} />}
    </div>
  );
});
StepNodeCard.displayName = 'StepNodeCard';
