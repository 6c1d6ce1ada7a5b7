import { Button } from '@mantine/core';
import type { Binding, Scenario, TemplateExample, TriedView } from '@potok/contracts';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { Drawing } from '../../canvas/drawing.js';
import { MAIN } from '../../canvas/graph.js';
import { FaultBox } from '../../page/fault-box.js';
import { overlayUpTo, startsOf, type TryDraft } from './tried.js';
import { TriedList } from './tried-list.js';
import { useWalk } from './use-walk.js';

interface Props {
  readonly scenario: Scenario;
  readonly binding: Binding;
  readonly example: TemplateExample;
  readonly tryDraft: TryDraft;
}

const Outcome = ({ ended }: Pick<TriedView, 'ended'>) => {
  const { start } = useEditorTexts();
  return (
    <p className={`trial-outcome is-${ended}`} role="status">
      {start.ended[ended]}
    </p>
  );
};

interface WalkedProps extends Pick<Props, 'scenario' | 'binding'> {
  readonly tried: TriedView;
}

const Walked = ({ scenario, binding, tried }: WalkedProps) => {
  const { start } = useEditorTexts();
  const { shown, isAtEnd, skip, again } = useWalk(tried.steps.length);
  const [asked, setAsked] = useState<string>();
  const overlay = useMemo(() => overlayUpTo(tried, shown, startsOf(scenario)), [tried, shown, scenario]);
  const chosen = asked ?? tried.steps[shown - 1]?.node;
  return (
    <>
      <div className="trial-tools">
        {isAtEnd ? (
          <Button variant="default" onClick={again}>
            {start.again}
          </Button>
        ) : (
          <Button variant="default" onClick={skip}>
            {start.toEnd}
          </Button>
        )}
        {isAtEnd ? <Outcome ended={tried.ended} /> : <p className="dim">{start.walked(shown, tried.steps.length)}</p>}
      </div>
      <div className="trial">
        <Drawing
          scenario={scenario}
          binding={binding}
          graph={MAIN}
          overlay={overlay}
          chosen={chosen}
          onChoose={setAsked}
        />
        <TriedList scenario={scenario} steps={tried.steps.slice(0, shown)} chosen={chosen} onChoose={setAsked} />
      </div>
    </>
  );
};

/** A scenario walked on example data: no account is asked, nothing leaves Potok, every answer is marked as an example. */
export const DemoTrial = ({ scenario, binding, example, tryDraft }: Props) => {
  const { start } = useEditorTexts();
  const trying = useMutation({
    mutationFn: () =>
      tryDraft({
        draft: scenario,
        binding,
        graph: MAIN,
        data: { trigger: example.trigger, steps: example.steps },
        pinned: Object.keys(example.steps),
        ports: example.ports ?? {},
      }),
  });
  return (
    <section className="demo-trial" aria-label={start.trial}>
      <p className="trial-mark">
        <span className="test-mark">{start.example}</span> {start.trialAbout}
      </p>
      {trying.data === undefined ? (
        <Button onClick={() => trying.mutate()} loading={trying.isPending}>
          {start.beginTrial}
        </Button>
      ) : (
        <Walked scenario={scenario} binding={binding} tried={trying.data} />
      )}
      {trying.error === null ? null : <FaultBox error={trying.error} retry={() => trying.mutate()} />}
    </section>
  );
};
