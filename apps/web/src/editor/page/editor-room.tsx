import type { Manifest, RunDataView, ScenarioDetailView } from '@potok/contracts';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { kindsOf } from '../../canvas/manifest.js';
import { CoachProvider } from '../../coach/use-coach.js';
import { Checker } from '../checks/checker.js';
import { type EditorDocument, inOrder } from '../document/change.js';
import { newElementId } from '../document/ids.js';
import { createEditorStore } from '../state/editor-store.js';
import type { OpenedTab } from '../state/opened-tab.js';
import { EditorProvider } from '../state/use-editor.js';
import { TryingProvider } from '../trying/trying-context.js';
import { EditorInside } from './editor-inside.js';

const documentOf = ({ draft, binding }: ScenarioDetailView): EditorDocument => ({
  scenario: inOrder(draft),
  binding,
});

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly manifest: Manifest;
  readonly opened: OpenedTab;
  /** A run whose data the drawing is to be looked at with. */
  readonly runData: RunDataView | undefined;
  /** The run was asked for: the step that it stands at is opened. */
  readonly isOfRun: boolean;
}

/** One drawing in work: its store, its compiler beside the page, its canvas. */
export const EditorRoom = ({ scenario, manifest, opened, runData, isOfRun }: Props) => {
  const [saved] = useState(() => documentOf(scenario));
  const [store] = useState(() =>
    createEditorStore({
      document: saved,
      kit: { kinds: kindsOf(manifest), newId: newElementId },
      now: () => performance.now(),
    }),
  );
  const [checker] = useState(() => new Checker(manifest));
  useEffect(() => () => checker.stop(), [checker]);
  useEffect(() => {
    const node = isOfRun ? runData?.fault?.node : undefined;
    if (node !== undefined) store.getState().openNode(node);
  }, [store, runData, isOfRun]);
  return (
    <EditorProvider value={store}>
      <ReactFlowProvider>
        <CoachProvider>
          <TryingProvider scenarioId={scenario.id} runData={runData}>
            <EditorInside scenario={scenario} saved={saved} opened={opened} checker={checker} />
          </TryingProvider>
        </CoachProvider>
      </ReactFlowProvider>
    </EditorProvider>
  );
};
