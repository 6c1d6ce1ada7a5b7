import type { Manifest, ScenarioDetailView } from '@potok/contracts';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { kindsOf } from '../../canvas/manifest.js';
import { Checker } from '../checks/checker.js';
import { type EditorDocument, inOrder } from '../document/change.js';
import { newElementId } from '../document/ids.js';
import { createEditorStore } from '../state/editor-store.js';
import { EditorProvider } from '../state/use-editor.js';
import { EditorInside } from './editor-inside.js';

export const documentOf = ({ draft, binding }: ScenarioDetailView): EditorDocument => ({
  scenario: inOrder(draft),
  binding,
});

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly manifest: Manifest;
}

/** One drawing in work: its store, its compiler beside the page, its canvas. */
export const EditorRoom = ({ scenario, manifest }: Props) => {
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
  return (
    <EditorProvider value={store}>
      <ReactFlowProvider>
        <EditorInside scenario={scenario} saved={saved} checker={checker} />
      </ReactFlowProvider>
    </EditorProvider>
  );
};
