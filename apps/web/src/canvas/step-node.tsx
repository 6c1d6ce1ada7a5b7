import { Handle, type NodeProps, Position, useStore } from '@xyflow/react';
import { memo } from 'react';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { durationBetween, formatDuration } from '../format/durations.js';
import { stepLooks } from '../states/looks.js';
import type { StepNode, StepNodeData } from './drawn.js';
import { type Mark, MarkSign, useMarks } from './marks.js';
import type { NodeTrace } from './overlay.js';
import { useIsChosen, useIsRun, useTrace } from './overlay-store.js';

/** Below this a node is a plain box with icon and name: the second line could not be read. */
export const PLAIN_BELOW = 0.5;
const SLOW_MS = 1000;

const Trace = ({ trace }: { readonly trace: NodeTrace }) => {
  const { texts, language } = useSpeech();
  const { icon: Sign, hue } = stepLooks[trace.status];
  const ms = trace.endedAt === undefined ? 0 : durationBetween(trace.startedAt, trace.endedAt);
  return (
    <span className={`step-trace state-${hue}`} title={texts.states.step[trace.status]}>
      <Sign size={14} stroke={2.25} aria-hidden />
      {trace.visits > 1 ? texts.canvas.times(trace.visits) : null}
      {ms >= SLOW_MS ? formatDuration(ms, language) : null}
      <span className="visually-hidden">{texts.states.step[trace.status]}</span>
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
export const StepLines = ({ data, trace }: { readonly data: StepNodeData; readonly trace: NodeTrace | undefined }) => {
  const { canvas } = useTexts();
  const attempts = trace !== undefined && trace.attempts > 1 ? canvas.attempt(trace.attempts) : undefined;
  return (
    <span className="step-lines">
      <span className="step-top">
        <span className="step-name">{data.name}</span>
        {trace === undefined ? null : <Trace trace={trace} />}
      </span>
      <span className="step-words" title={data.words}>
        {[attempts, data.limit, data.words].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
};

interface Shown {
  readonly trace: NodeTrace | undefined;
  readonly isRun: boolean;
  readonly mark: Mark | undefined;
}

const classesOf = (data: StepNodeData, { trace, isRun, mark }: Shown): string =>
  [
    `step-node is-${data.kind}`,
    trace === undefined ? '' : `on-${stepLooks[trace.status].hue}`,
    (isRun && trace === undefined) || data.isSkipped ? 'is-back' : '',
    mark === undefined ? '' : `is-${mark}`,
  ]
    .filter(Boolean)
    .join(' ');

/** A step on the canvas: 220 × 64, after the run's state when there is a run. */
export const StepNodeCard = memo(({ id, data }: NodeProps<StepNode>) => {
  const isPlain = useStore(({ transform }) => transform[2] < PLAIN_BELOW);
  const trace = useTrace(id);
  const isChosen = useIsChosen(id);
  const isRun = useIsRun();
  const mark = useMarks().nodes.get(id);
  const classes = [classesOf(data, { trace, isRun, mark }), isPlain ? 'is-plain' : '', isChosen ? 'is-chosen' : ''];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      {data.hasInput ? (
        <Handle type="target" position={Position.Left} className="port in" isConnectable={false} />
      ) : null}
      <span className="step-icon" style={{ maskImage: data.icon, background: data.brand }} aria-hidden />
      {isPlain ? <span className="step-name">{data.name}</span> : <StepLines data={data} trace={trace} />}
      {mark === undefined ? null : <MarkSign mark={mark} />}
      <Ports ports={data.ports} />
    </div>
  );
});
StepNodeCard.displayName = 'StepNodeCard';
