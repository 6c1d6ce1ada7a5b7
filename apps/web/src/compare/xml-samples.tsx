import { Select } from '@mantine/core';
import type { Scenario } from '@potok/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { Loaded } from '../page/loaded.js';
import { XmlDiff } from './xml-diff.js';

/** What a scenario makes of a sample, as XML. */
export type RenderXml = (scenario: Scenario, sampleId: string) => Promise<string>;

interface Props {
  readonly before: Scenario;
  readonly after: Scenario;
  readonly samples: readonly { readonly id: string; readonly title: string }[];
  readonly renderXml: RenderXml;
}

/** What each of two drawings makes of a saved sample: XML against XML. */
export const XmlSamples = ({ before, after, samples, renderXml }: Props) => {
  const { compare } = useEditorTexts();
  const [asked, setAsked] = useState<string>();
  const sample = asked ?? samples[0]?.id ?? '';
  const answer = useQuery({
    queryKey: ['xml-of-sample', sample, before, after],
    queryFn: async () => {
      const [was, is] = await Promise.all([renderXml(before, sample), renderXml(after, sample)]);
      return { was, is };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <>
      <div className="filters">
        <Select
          aria-label={compare.sample}
          allowDeselect={false}
          data={samples.map(({ id, title }) => ({ value: id, label: title }))}
          value={sample}
          onChange={(id) => setAsked(id ?? undefined)}
        />
      </div>
      <Loaded answer={answer}>{({ was, is }) => <XmlDiff before={was} after={is} />}</Loaded>
    </>
  );
};
