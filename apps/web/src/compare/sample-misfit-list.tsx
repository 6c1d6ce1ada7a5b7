import type { ScenarioDetailView } from '@potok/contracts';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { useKinds } from '../canvas/manifest.js';
import { StateMark } from '../states/state-mark.js';
import { useSamples } from '../trying/use-samples.js';
import { sampleMisfits, toldSamples } from './sample-misfits.js';

/** Whether the mappings of the draft still make what fits of every saved sample: a warning, never in the way. */
export const SampleMisfitList = ({ scenario }: { readonly scenario: ScenarioDetailView }) => {
  const { texts, language } = useEditorSpeech();
  const { publish } = texts.compare;
  const kinds = useKinds().data;
  const samples = useSamples(scenario.id).data?.items;
  const { draft, binding } = scenario;
  const tried = useMemo(() => {
    if (kinds === undefined || samples === undefined) return undefined;
    const test = { scenario: draft, binding, samples, kinds, now: new Date(), language };
    return { misfits: sampleMisfits(test), told: toldSamples(test) };
  }, [draft, binding, samples, kinds, language]);
  if (tried === undefined || tried.told === 0) return null;
  const { misfits, told } = tried;
  return (
    <section className="publish-part" aria-label={publish.samples}>
      <h3>{publish.samples}</h3>
      {misfits.length === 0 ? (
        <StateMark hue="green" icon={IconCheck}>
          {publish.samplesFit(told)}
        </StateMark>
      ) : (
        <>
          <StateMark hue="amber" icon={IconAlertTriangle}>
            {publish.warnings(misfits.length)}
          </StateMark>
          <ul className="publish-list">
            {misfits.map(({ sample, step, field, detail }) => (
              <li key={`${sample}/${step}/${field}/${detail}`}>{publish.misfit({ sample, step, field, detail })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
