import { SidePanel } from '../../page/side-panel.js';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { SamplePicker } from '../../trying/sample-picker.js';
import { TriedList } from '../../trying/tried-list.js';
import { TryBar } from '../../trying/try-bar.js';
import { WayFields } from '../../trying/way-fields.js';
import { useEditor } from '../state/use-editor.js';
import type { PageActs } from '../acts/act-context.js';
import { TrialRunButton } from './trial-run-button.js';
import { useTryingHere } from './trying-context.js';

interface Props {
  readonly savedRevision: PageActs['savedRevision'];
  readonly onClose: () => void;
}

/** «Проба»: the drawing as it is, over chosen data; nothing leaves the house. */
export const TryingPanel = ({ savedRevision, onClose }: Props) => {
  const { trying: words } = useEditorTexts();
  const trying = useTryingHere();
  const node = useEditor(
    ({ open, chosen }) => open?.node ?? (chosen.nodes.size === 1 ? [...chosen.nodes][0] : undefined),
  );
  return (
    <SidePanel takesKeys title={words.title} label={words.title} onClose={onClose}>
      <TryBar {...trying} node={node} onTry={trying.tryIt}>
        <SamplePicker
          scenarioId={trying.scenarioId}
          value={trying.sample?.id}
          onChange={trying.setSample}
          current={trying.current}
          hasHook={trying.hasHook}
        />
        <WayFields choices={trying.choices} ports={trying.ports} onChange={trying.setPorts} />
      </TryBar>
      <TrialRunButton savedRevision={savedRevision} />
      {trying.tried === undefined ? null : (
        <TriedList steps={trying.tried.view.steps} stale={trying.stale} nameOf={trying.nameOf} wayOf={trying.wayOf} />
      )}
    </SidePanel>
  );
};
