import type { Binding, Scenario, TriedView } from '@potok/contracts';
import { useCallback } from 'react';
import { MAIN } from '../canvas/graph.js';
import { useTryDraft } from '../start/trial/use-try-draft.js';
import { indentXml } from '../trying/indent-xml.js';
import { useSamples } from '../trying/use-samples.js';
import type { RenderXml } from './xml-samples.js';

/** What a mapping or a document is worked out by is run, so that a change of it is seen; all else answers as it was saved. */
const isRun = (type: string): boolean => /^(data|text)\.|^edo\.build-/.test(type);

const pinnedIn = ({ nodes }: Scenario, steps: Readonly<Record<string, unknown>>): readonly string[] =>
  nodes.filter(({ id, type }) => Object.hasOwn(steps, id) && !isRun(type)).map(({ id }) => id);

const textsOf = ({ steps }: TriedView): string =>
  steps
    .flatMap(({ files = [] }) => files.flatMap(({ text }) => (text === undefined ? [] : [indentXml(text)])))
    .join('\n');

interface Given {
  readonly scenarioId: string;
  readonly binding: Binding;
}

/** The saved samples of a scenario, and what a drawing of it makes of one: both sides of a comparison over one binding. */
export const useXmlOfSamples = ({ scenarioId, binding }: Given) => {
  const answer = useSamples(scenarioId);
  const tryDraft = useTryDraft(scenarioId);
  const samples = answer.data?.items ?? [];
  const renderXml = useCallback<RenderXml>(
    async (draft, sampleId) => {
      const sample = samples.find(({ id }) => id === sampleId);
      if (sample === undefined) return '';
      const { data } = sample;
      return textsOf(await tryDraft({ draft, binding, graph: MAIN, data, pinned: pinnedIn(draft, data.steps) }));
    },
    [samples, tryDraft, binding],
  );
  return { samples: samples.map(({ id, name }) => ({ id, title: name })), renderXml };
};
