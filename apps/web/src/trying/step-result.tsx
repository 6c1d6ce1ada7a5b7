import { Tabs } from '@mantine/core';
import type { TriedStepView } from '@potok/contracts';
import {
  IconAlertTriangle,
  IconCheck,
  IconClockExclamation,
  IconFlask,
  IconPin,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { FaultText } from '../page/fault-box.js';
import { JsonView } from '../page/json-view.js';
import { StateMark, type Look } from '../states/state-mark.js';
import type { StaleWhy } from './stale-nodes.js';
import { TriedFiles } from './tried-files.js';

interface Props {
  readonly step: TriedStepView;
  /** Absent while the result still speaks for the drawing. */
  readonly stale?: StaleWhy | undefined;
  /** Name of a node, for sentences. */
  readonly nameOf: (node: string) => string;
  /** What the way is called by which a step was left. */
  readonly wayOf: (node: string, port: string) => string;
  /** Its state and whose answer it is are said above it already. */
  readonly isHeaded?: boolean;
}

const looks: Readonly<Record<TriedStepView['status'], Look>> = {
  done: { hue: 'green', icon: IconCheck },
  failed: { hue: 'red', icon: IconAlertTriangle },
  skipped: { hue: 'grey', icon: IconPlayerSkipForward },
};

/** How a step got its answer; a trial one is said to be one wherever it is shown. */
export const AnsweredBy = ({ step }: { readonly step: TriedStepView }) => {
  const { trying } = useEditorTexts();
  if (step.answeredBy === 'work') return null;
  const look: Look = step.answeredBy === 'pin' ? { hue: 'blue', icon: IconPin } : { hue: 'amber', icon: IconFlask };
  return <StateMark {...look}>{trying.answeredBy[step.answeredBy]}</StateMark>;
};

export const StaleMark = ({ why, nameOf }: { readonly why: StaleWhy; readonly nameOf: Props['nameOf'] }) => {
  const { trying } = useEditorTexts();
  const said = why.kind === 'before' ? trying.staleWhy.before(nameOf(why.node)) : trying.staleWhy[why.kind];
  return (
    <StateMark hue="slate" icon={IconClockExclamation} title={said}>
      {`${trying.stale}: ${said}`}
    </StateMark>
  );
};

const Remarks = ({ step }: { readonly step: TriedStepView }) => {
  const { trying } = useEditorTexts();
  const { why, standIns = [], items } = step;
  const said = [
    ...(why === undefined ? [] : [trying.whys[why]]),
    ...standIns.map((one) => trying.standIns[one]),
    ...(items === undefined || items.all === items.walked ? [] : [trying.items(items.all, items.walked)]),
  ];
  return said.length === 0 ? null : <p className="dim tried-remarks">{said.join(' ')}</p>;
};

const Data = ({ value, label }: { readonly value: unknown; readonly label: string }) => {
  const { trying } = useEditorTexts();
  if (value === undefined || value === null) return <p className="dim">{trying.noData}</p>;
  return <JsonView value={value} label={label} />;
};

const Parts = ({ step }: { readonly step: TriedStepView }) => {
  const { tabs } = useEditorTexts().trying;
  const { files = [], calls = [] } = step;
  return (
    <Tabs defaultValue={files.length > 0 ? 'files' : 'output'} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="input">{tabs.input}</Tabs.Tab>
        <Tabs.Tab value="output">{tabs.output}</Tabs.Tab>
        {files.length === 0 ? null : <Tabs.Tab value="files">{tabs.files}</Tabs.Tab>}
        {calls.length === 0 ? null : <Tabs.Tab value="calls">{tabs.calls}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="input">
        <Data value={step.input} label={tabs.input} />
      </Tabs.Panel>
      <Tabs.Panel value="output">
        <Data value={step.output} label={tabs.output} />
      </Tabs.Panel>
      <Tabs.Panel value="files">
        <TriedFiles files={files} />
      </Tabs.Panel>
      <Tabs.Panel value="calls">
        <ul className="tried-calls mono">
          {calls.map(({ method, url, status }, index) => (
            <li key={index}>{`${method} ${url} ${status ?? ''}`}</li>
          ))}
        </ul>
      </Tabs.Panel>
    </Tabs>
  );
};

export const TriedStatus = ({ step }: { readonly step: TriedStepView }) => {
  const { trying } = useEditorTexts();
  return <StateMark {...looks[step.status]}>{trying.statuses[step.status]}</StateMark>;
};

/** What a try made of one step: its answer and whose it is, what went in and came out, files, fault. */
export const StepResult = ({ step, stale, nameOf, wayOf, isHeaded = true }: Props) => {
  const { trying } = useEditorTexts();
  const { fault, port, durationMs, answeredBy } = step;
  return (
    <section className={stale === undefined ? 'tried' : 'tried tried-stale'}>
      <div className="tried-marks">
        {isHeaded ? (
          <>
            <TriedStatus step={step} />
            <AnsweredBy step={step} />
            {stale === undefined ? null : <StaleMark why={stale} nameOf={nameOf} />}
          </>
        ) : null}
        {port === undefined ? null : <span className="dim">{trying.way(wayOf(step.node, port))}</span>}
        {answeredBy === 'work' ? <span className="dim num">{trying.ms(durationMs)}</span> : null}
      </div>
      <Remarks step={step} />
      {fault === undefined ? null : (
        <FaultText fault={{ code: fault.code, sentence: fault.detail }}>
          {fault.field === undefined ? null : <p className="dim">{trying.inField(fault.field)}</p>}
        </FaultText>
      )}
      <Parts step={step} />
    </section>
  );
};
