import { Select } from '@mantine/core';
import type { ScenarioDetailView } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { MAIN, walkOrder } from '../canvas/graph.js';
import { useKinds } from '../canvas/manifest.js';
import { SamplePicker } from './sample-picker.js';
import { TriedList } from './tried-list.js';
import { TryBar } from './try-bar.js';
import { useTrying } from './use-trying.js';
import { WayFields } from './way-fields.js';

/** Tries the saved draft of a scenario, step by step in a list. */
export const TryPage = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const texts = useEditorTexts().trying;
  const { id: scenarioId, draft, binding } = scenario;
  const kinds = useKinds().data;
  const trying = useTrying({ scenarioId, draft, binding, graph: MAIN });
  const [node, setNode] = useState<string>();
  const steps = walkOrder(draft).filter(({ type }) => kinds?.get(type)?.kind !== 'trigger');
  return (
    <div className="try-page">
      <TryBar {...trying} node={node} onTry={trying.tryIt}>
        <SamplePicker
          scenarioId={scenarioId}
          value={trying.sample?.id}
          onChange={trying.setSample}
          current={trying.current}
          hasHook={trying.hasHook}
        />
        <WayFields choices={trying.choices} ports={trying.ports} onChange={trying.setPorts} />
        <Select
          aria-label={texts.step}
          placeholder={texts.step}
          data={steps.map(({ id, name }) => ({ value: id, label: name }))}
          value={node ?? null}
          onChange={(id) => setNode(id ?? undefined)}
          clearable
          searchable
        />
      </TryBar>
      {trying.tried === undefined ? null : (
        <TriedList steps={trying.tried.view.steps} stale={trying.stale} nameOf={trying.nameOf} wayOf={trying.wayOf} />
      )}
    </div>
  );
};
