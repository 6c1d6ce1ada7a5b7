import type { Scenario, TriedStepView } from '@potok/contracts';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { JsonView } from '../../page/json-view.js';
import { StepState } from '../../states/states.js';

interface Props {
  readonly scenario: Scenario;
  readonly steps: readonly TriedStepView[];
  readonly chosen: string | undefined;
  readonly onChoose: (node: string) => void;
}

const statuses = { done: 'done', failed: 'faulted', skipped: 'skipped' } as const;

const isEmpty = (output: unknown): boolean =>
  output === undefined || output === null || (typeof output === 'object' && Object.keys(output).length === 0);

/** Here all that was given beforehand is the template's example. */
const AnsweredBy = ({ by }: { readonly by: TriedStepView['answeredBy'] }) => {
  const { start, trying } = useEditorTexts();
  if (by === 'work') return <span className="dim">{trying.answeredBy.work}</span>;
  return <span className="test-mark">{by === 'example' ? trying.answeredBy.example : start.example}</span>;
};

const Tried = ({
  name,
  step,
  isOpen,
  onOpen,
}: {
  name: string;
  step: TriedStepView;
  isOpen: boolean;
  onOpen: () => void;
}) => {
  const { start } = useEditorTexts();
  return (
    <li className={isOpen ? 'tried is-open' : 'tried'}>
      <button type="button" aria-expanded={isOpen} onClick={onOpen}>
        <strong>{name}</strong>
        <span className="tried-marks">
          <AnsweredBy by={step.answeredBy} />
          <StepState status={statuses[step.status]} />
        </span>
      </button>
      {step.fault === undefined ? null : <p className="tried-fault">{step.fault.detail}</p>}
      {!isOpen || isEmpty(step.output) ? null : <JsonView value={step.output} label={start.gave(name)} />}
    </li>
  );
};

/** What each step of the trial gave, in the order in which they went. */
export const TriedList = ({ scenario, steps, chosen, onChoose }: Props) => {
  const { start } = useEditorTexts();
  const nameOf = (id: string) => scenario.nodes.find((node) => node.id === id)?.name ?? id;
  return (
    <ol className="tried-list" aria-label={start.triedSteps} aria-live="polite">
      {steps.map((step, index) => (
        <Tried
          key={index}
          name={nameOf(step.node)}
          step={step}
          isOpen={chosen === step.node}
          onOpen={() => onChoose(step.node)}
        />
      ))}
    </ol>
  );
};
