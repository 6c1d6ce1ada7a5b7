import type { StepView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { JsonView } from '../page/json-view.js';
import { Loaded } from '../page/loaded.js';
import { useStep } from './queries.js';

interface Props {
  readonly runId: string;
  readonly step: StepView;
  readonly part: 'input' | 'output';
}

export const StepData = ({ runId, step, part }: Props) => {
  const { runs } = useTexts();
  const answer = useStep(runId, step.id);
  return (
    <Loaded answer={answer} rows={4}>
      {(detail) =>
        detail[part] === undefined || detail[part] === null ? (
          <p className="dim">{runs.noOutput}</p>
        ) : (
          <JsonView value={detail[part]} label={runs.tabs[part]} />
        )
      }
    </Loaded>
  );
};
