import { SegmentedControl } from '@mantine/core';
import type { Binding, Scenario } from '@potok/contracts';
import { useEffect, useMemo, useState } from 'react';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { Loaded } from '../page/loaded.js';
import { type Drawing as DrawingOf, drawnOf } from './drawn.js';
import { Flow } from './flow.js';
import { graphOf, MAIN } from './graph.js';
import { isHeap, ownPlaces } from './layout.js';
import { type Kinds, useKinds } from './manifest.js';
import { standingStep } from './opening.js';
import { Outline } from './outline.js';
import type { Overlay } from './overlay.js';
import { OverlayContext, OverlayStore } from './overlay-store.js';
import { useNarrow } from '../page/use-narrow.js';

interface Props {
  readonly scenario: Scenario;
  readonly binding?: Binding;
  /** Which graph a run walks; when absent a person chooses. */
  readonly graph?: string;
  readonly overlay?: Overlay;
  readonly chosen?: string | undefined;
  readonly onChoose?: (node: string) => void;
  /** Enter on a node of the picture. */
  readonly onOpen?: (node: string) => void;
  readonly isTall?: boolean;
}

type Manner = 'picture' | 'list';

const useDrawing = ({ scenario, binding, graph = MAIN }: Props, kinds: Kinds): DrawingOf => {
  const { texts, language } = useSpeech();
  return useMemo(
    () => ({ scenario, graph, kinds, texts, language, ...(binding === undefined ? {} : { binding }) }),
    [scenario, binding, graph, kinds, texts, language],
  );
};

interface PictureProps {
  readonly drawing: DrawingOf;
  readonly overlay: Overlay | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: ((node: string) => void) | undefined;
  readonly onOpen: ((node: string) => void) | undefined;
}

/** Drawn by a program without places: what arranges it is fetched then, and only then. */
const usePlacing = ({ scenario, graph }: DrawingOf) => {
  const isUnplaced = useMemo(() => isHeap(graphOf(scenario, graph)), [scenario, graph]);
  const [placing, setPlacing] = useState<typeof ownPlaces>();
  useEffect(() => {
    if (!isUnplaced) return;
    void import('./arranged.js').then(
      ({ placesOf }) => setPlacing(() => placesOf),
      () => setPlacing(() => ownPlaces),
    );
  }, [isUnplaced]);
  return isUnplaced ? placing : ownPlaces;
};

const Picture = ({ drawing, overlay, chosen, onChoose, onOpen }: PictureProps) => {
  const [store] = useState(() => new OverlayStore());
  const [start] = useState(() => standingStep(overlay));
  const placing = usePlacing(drawing);
  const drawn = useMemo(() => (placing === undefined ? undefined : drawnOf(drawing, placing)), [drawing, placing]);
  useEffect(() => store.show(overlay, chosen), [store, overlay, chosen]);
  if (drawn === undefined) return null;
  return (
    <OverlayContext value={store}>
      <Flow
        key={`${drawing.scenario.name}/${drawing.graph}`}
        drawn={drawn}
        start={start}
        onChoose={onChoose}
        onOpen={onOpen}
      />
    </OverlayContext>
  );
};

interface ToolsProps {
  readonly manner: Manner;
  readonly onManner: (manner: Manner) => void;
  readonly graph: string;
  readonly onGraph: (graph: string) => void;
  readonly paths: NonNullable<Scenario['paths']>;
}

const Tools = ({ manner, onManner, graph, onGraph, paths }: ToolsProps) => {
  const { canvas } = useTexts();
  return (
    <div className="drawing-tools">
      <SegmentedControl
        size="xs"
        value={manner}
        onChange={onManner}
        data={[
          { value: 'picture', label: canvas.picture },
          { value: 'list', label: canvas.list },
        ]}
      />
      {paths.length === 0 ? null : (
        <SegmentedControl
          size="xs"
          aria-label={canvas.graph}
          value={graph}
          onChange={onGraph}
          data={[{ value: MAIN, label: canvas.main }, ...paths.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      )}
    </div>
  );
};

/** On a phone the list comes first; either can be asked for. */
const useManner = () => {
  const isPhone = useNarrow();
  const [asked, setAsked] = useState<Manner>();
  return [asked ?? (isPhone ? 'list' : 'picture'), setAsked] as const;
};

const Inside = ({ kinds, isTall = false, ...props }: Props & { readonly kinds: Kinds }) => {
  const { canvas } = useTexts();
  const [manner, setManner] = useManner();
  const [asked, setAsked] = useState(MAIN);
  const graph = props.graph ?? asked;
  const { scenario, overlay, chosen, onChoose, onOpen } = props;
  const shown = { drawing: useDrawing({ ...props, graph }, kinds), overlay, chosen, onChoose, onOpen };
  const paths = props.graph === undefined ? (scenario.paths ?? []) : [];
  return (
    <section className="drawing" aria-label={canvas.drawing}>
      <Tools manner={manner} onManner={setManner} graph={graph} onGraph={setAsked} paths={paths} />
      {manner === 'list' ? (
        <Outline {...shown} />
      ) : (
        <div className={isTall ? 'drawing-box tall' : 'drawing-box'}>
          <Picture {...shown} />
        </div>
      )}
    </section>
  );
};

/** A scenario drawn, as a picture or as a list; with a run laid over it when there is one. */
export const Drawing = (props: Props) => (
  <Loaded answer={useKinds()}>{(kinds) => <Inside {...props} kinds={kinds} />}</Loaded>
);
