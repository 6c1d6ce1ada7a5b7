import { Switch, Tabs } from '@mantine/core';
import type { Scenario } from '@potok/contracts';
import { diffScenarios } from '@potok/scenario';
import { useMemo } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { Kinds } from '../canvas/manifest.js';
import { ComparedDrawing } from './compared-drawing.js';
import type { Shown } from './shown.js';
import { TextDiff } from './text-diff.js';
import { textOf } from './text-of.js';
import { type RenderXml, XmlSamples } from './xml-samples.js';

interface Props {
  readonly before: Scenario;
  readonly after: Scenario;
  readonly kinds: Kinds;
  readonly shown: Shown;
  readonly onShow: (change: Partial<Shown>) => void;
  /** Saved samples, and what makes XML of them; without these there is no such tab. */
  readonly samples?: readonly { readonly id: string; readonly title: string }[];
  readonly renderXml?: RenderXml;
}

/** Two drawings compared: on one canvas, as text, and by the XML that they make of samples. */
export const Comparison = ({ before, after, kinds, shown, onShow, samples = [], renderXml }: Props) => {
  const { compare } = useEditorTexts();
  const diff = useMemo(() => diffScenarios(before, after, kinds), [before, after, kinds]);
  const hasXml = renderXml !== undefined && samples.length > 0;
  return (
    <Tabs value={shown.tab} onChange={(tab) => onShow({ tab: tab as Shown['tab'] })} keepMounted={false}>
      <div className="compare-tools">
        <Tabs.List>
          <Tabs.Tab value="drawing">{compare.tabs.drawing}</Tabs.Tab>
          <Tabs.Tab value="text">{compare.tabs.text}</Tabs.Tab>
          {hasXml ? <Tabs.Tab value="xml">{compare.tabs.xml}</Tabs.Tab> : null}
        </Tabs.List>
        <Switch
          label={compare.hideLayout}
          checked={shown.isLayoutHidden}
          onChange={({ currentTarget }) => onShow({ isLayoutHidden: currentTarget.checked })}
        />
      </div>
      <Tabs.Panel value="drawing">
        <ComparedDrawing diff={diff} kinds={kinds} shown={shown} onOpen={(open) => onShow({ open })} />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <TextDiff
          before={textOf(before, shown.isLayoutHidden)}
          after={textOf(after, shown.isLayoutHidden)}
          language="json"
        />
      </Tabs.Panel>
      {hasXml ? (
        <Tabs.Panel value="xml">
          <XmlSamples before={before} after={after} samples={samples} renderXml={renderXml} />
        </Tabs.Panel>
      ) : null}
    </Tabs>
  );
};
