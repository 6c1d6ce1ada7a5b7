import { SegmentedControl } from '@mantine/core';
import type { DiffGroup, ScenarioDiff } from '@potok/scenario';
import { useMemo, useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { Drawing } from '../canvas/drawing.js';
import { MAIN } from '../canvas/graph.js';
import type { Kinds } from '../canvas/manifest.js';
import { MarksContext } from '../canvas/marks.js';
import { comparedOf } from './compared.js';
import { DiffList } from './diff-list.js';
import type { Shown } from './shown.js';

interface Props {
  readonly diff: ScenarioDiff;
  readonly kinds: Kinds;
  readonly shown: Shown;
  readonly onOpen: (group: string) => void;
}

/** `main/upd` names a node of a graph. */
const placeOf = (open: string | undefined, graphs: readonly string[]): { graph?: string; node?: string } => {
  const [graph = '', node = ''] = (open ?? '').split('/');
  return graphs.includes(graph) ? { graph, ...(node.startsWith('*') ? {} : { node }) } : {};
};

/** Both drawings on one canvas, and the list of changes beside it: a choice in one is a choice in the other. */
export const ComparedDrawing = ({ diff, kinds, shown, onOpen }: Props) => {
  const { canvas, compare } = useEditorTexts();
  const { scenario, marks } = useMemo(() => comparedOf(diff, shown.isLayoutHidden), [diff, shown.isLayoutHidden]);
  const [asked, setAsked] = useState(() => diff.graphs[0]?.graph ?? MAIN);
  const paths = scenario.paths ?? [];
  const chosen = placeOf(shown.open, [MAIN, ...paths.map(({ id }) => id)]);
  const choose = ({ id, graph }: DiffGroup) => {
    if (graph !== undefined) setAsked(graph);
    onOpen(id);
  };
  return (
    <div className="compare-body">
      <div>
        {paths.length === 0 ? null : (
          <SegmentedControl
            size="xs"
            mb={8}
            aria-label={compare.graph}
            value={asked}
            onChange={setAsked}
            data={[{ value: MAIN, label: canvas.main }, ...paths.map(({ id, title }) => ({ value: id, label: title }))]}
          />
        )}
        <MarksContext value={marks}>
          <Drawing
            scenario={scenario}
            graph={asked}
            chosen={chosen.graph === asked ? chosen.node : undefined}
            onChoose={(node) => onOpen(`${asked}/${node}`)}
            isTall
          />
        </MarksContext>
      </div>
      <DiffList
        before={diff.before}
        after={diff.after}
        kinds={kinds}
        isLayoutHidden={shown.isLayoutHidden}
        chosen={shown.open}
        onChoose={choose}
      />
    </div>
  );
};
