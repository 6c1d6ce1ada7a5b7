import type { TriedStepView } from '@potok/contracts';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { StaleWhy } from './stale-nodes.js';
import { AnsweredBy, StaleMark, StepResult, TriedStatus } from './step-result.js';

interface Props {
  readonly steps: readonly TriedStepView[];
  readonly stale: ReadonlyMap<string, StaleWhy>;
  readonly nameOf: (node: string) => string;
  readonly wayOf: (node: string, port: string) => string;
}

type RowProps = Omit<Props, 'steps'> & { readonly step: TriedStepView };

/** Opened at once where something went wrong: that is what is looked for. */
const Row = ({ step, stale, nameOf, wayOf }: RowProps) => {
  const [isOpen, setIsOpen] = useState(step.fault !== undefined);
  const why = stale.get(step.node);
  return (
    <li className="tried-row">
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <IconChevronRight size={14} aria-hidden className="tried-chevron" />
          <strong>{nameOf(step.node)}</strong>
          <TriedStatus step={step} />
          <AnsweredBy step={step} />
          {why === undefined ? null : <StaleMark why={why} nameOf={nameOf} />}
        </summary>
        {isOpen ? <StepResult step={step} stale={why} nameOf={nameOf} wayOf={wayOf} isHeaded={false} /> : null}
      </details>
    </li>
  );
};

/** The steps of a try in the order in which they were walked. */
export const TriedList = ({ steps, ...given }: Props) => (
  <ol className="tried-list">
    {steps.map((step, index) => (
      <Row key={`${step.node}@${step.visit}@${index}`} step={step} {...given} />
    ))}
  </ol>
);
