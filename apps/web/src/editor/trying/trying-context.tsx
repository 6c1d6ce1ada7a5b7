import type { RunDataView, SampleView, TriedStepView } from '@potok/contracts';
import { createContext, type ReactNode, type RefObject, use, useEffect } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { useNewest } from '../../page/use-newest.js';
import { useTrying } from '../../trying/use-trying.js';
import type { TriedMark } from '../state/tried-mark.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';

export type Trying = ReturnType<typeof useTrying> & { readonly scenarioId: string };

const TryingContext = createContext<Trying | undefined>(undefined);
const LaterContext = createContext<Readonly<RefObject<Trying>> | undefined>(undefined);

const markOf = (step: TriedStepView, isStale: boolean): TriedMark => {
  if (isStale) return 'stale';
  if (step.status === 'failed') return 'failed';
  return step.answeredBy === 'work' ? 'done' : 'example';
};

/** The data of a real run, to be looked at and tried again; it is kept nowhere unless it is saved as a sample. */
const sampleOfRun = ({ trigger, steps }: RunDataView, name: string): SampleView => ({
  id: 'run',
  name,
  source: 'run',
  updatedAt: '',
  by: '',
  data: { trigger: trigger ?? {}, steps },
});

interface Props {
  readonly scenarioId: string;
  /** A run whose data the editor was opened with. */
  readonly runData: RunDataView | undefined;
  readonly children: ReactNode;
}

/** Data to try the drawing with, and what its steps gave: for the canvas, the step panel and the list of a try. */
export const TryingProvider = ({ scenarioId, runData, children }: Props) => {
  const { editor } = useEditorTexts();
  const store = useEditorApi();
  const { scenario: draft, binding } = useEditor(({ history }) => history.document);
  const graph = useEditor((state) => state.graph);
  const trying = { ...useTrying({ scenarioId, draft, binding, graph }), scenarioId };
  const later = useNewest<Trying>(trying);
  const { tried, stale, setSample } = trying;
  useEffect(() => {
    const steps = tried?.view.steps ?? [];
    store.getState().mark(new Map(steps.map((step) => [step.node, markOf(step, stale.has(step.node))])));
  }, [store, tried, stale]);
  useEffect(() => {
    if (runData !== undefined) setSample(sampleOfRun(runData, editor.ofRun(runData.versionNumber)));
  }, [runData, setSample, editor]);
  return (
    <LaterContext value={later}>
      <TryingContext value={trying}>{children}</TryingContext>
    </LaterContext>
  );
};

export const useTryingHere = (): Trying => {
  const trying = use(TryingContext);
  if (trying === undefined) throw new Error('NO_TRYING');
  return trying;
};

/** For acts that try the drawing when they are called: who holds it is not drawn anew with each change of the drawing. */
export const useTryingLater = (): Readonly<RefObject<Trying>> => {
  const later = use(LaterContext);
  if (later === undefined) throw new Error('NO_TRYING');
  return later;
};
