import { useComputedColorScheme } from '@mantine/core';
import type { Scenario } from '@potok/contracts';
import { useMemo } from 'react';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { MAIN } from '../canvas/graph.js';
import type { Kinds } from '../canvas/manifest.js';
import { asDataUrl, drawingSvg } from './drawing-svg.js';

interface Props {
  readonly scenario: Scenario;
  readonly kinds: Kinds;
}

/** A small drawing that only shows; an image, so that a page of many costs nothing. */
export const Preview = ({ scenario, kinds }: Props) => {
  const { texts, language } = useEditorSpeech();
  const theme = useComputedColorScheme('light');
  const source = useMemo(
    () => asDataUrl(drawingSvg(scenario, { graph: MAIN, kinds, texts, language, theme, isPlain: true }).svg),
    [scenario, kinds, texts, language, theme],
  );
  return <img className="preview" src={source} alt={texts.picture.previewOf(scenario.name)} loading="lazy" />;
};
