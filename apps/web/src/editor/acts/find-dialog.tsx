import type { AnyManifest } from '@potok/contracts';
import { useMemo, useState } from 'react';
import { useEditorSpeech } from '../../app/texts/use-texts.js';
import { brandOf, iconMask } from '../../canvas/icon.js';
import { SearchDialog } from '../../page/search-dialog.js';
import { useEditor, useEditorApi } from '../state/use-editor.js';
import { foundSteps, type FoundStep } from './found-steps.js';

interface RowProps extends Pick<FoundStep, 'node' | 'why'> {
  readonly manifest: AnyManifest | undefined;
}

const Row = ({ node, why, manifest }: RowProps) => (
  <>
    <span
      className="step-icon small"
      style={{ maskImage: iconMask(manifest), background: brandOf(manifest) }}
      aria-hidden
    />
    <span className="palette-title">{node.name}</span>
    <span className="dim">{why}</span>
  </>
);

/** Find on the canvas: by name, type, a value in a field, or what is wrong. */
export const FindDialog = ({
  onGo,
  onClose,
}: {
  readonly onGo: (found: FoundStep) => void;
  readonly onClose: () => void;
}) => {
  const { texts, language } = useEditorSpeech();
  const { find } = texts.editor;
  const { kit } = useEditorApi().getState();
  const scenario = useEditor(({ history }) => history.document.scenario);
  const findings = useEditor((state) => state.findings);
  const [query, setQuery] = useState('');
  const found = useMemo(
    () => foundSteps(query, { scenario, findings, kinds: kit.kinds, language }),
    [query, scenario, findings, kit, language],
  );
  return (
    <SearchDialog
      title={find.title}
      heading={find.title}
      hint={find.hint}
      empty={find.nothing}
      query={query}
      onQuery={setQuery}
      found={found}
      keyOf={({ graph, node }) => `${graph}/${node.id}`}
      row={({ node, why }) => <Row node={node} why={why} manifest={kit.kinds.get(node.type)} />}
      onGo={onGo}
      onClose={onClose}
    />
  );
};
