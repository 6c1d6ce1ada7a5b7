import { Button } from '@mantine/core';
import type { DraftCopyView, ScenarioDetailView } from '@potok/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { Moment } from '../format/moment.js';
import { RestoreCopyDialog } from './restore-dialogs.js';
import { copySide, DRAFT, useDraftCopies } from './sides.js';

interface Props {
  readonly scenario: ScenarioDetailView;
}

const Copy = ({
  scenario,
  copy,
  onRestore,
}: Props & { readonly copy: DraftCopyView; readonly onRestore: () => void }) => {
  const { compare } = useEditorTexts();
  const { id: ws } = useWorkspace();
  return (
    <li>
      <strong>{compare.versions.copyOf(copy.revision)}</strong>
      <Moment at={copy.keptAt} />
      <span className="dim grow">{[copy.by, compare.versions.steps(copy.scenario.nodes.length)].join(', ')}</span>
      <Link
        to="/w/$ws/scenarios/$id/compare"
        params={{ ws, id: scenario.id }}
        search={{ from: copySide(copy), to: DRAFT }}
      >
        {compare.versions.compareDraft}
      </Link>
      <Button variant="default" size="xs" onClick={onRestore}>
        {compare.versions.copyButton}
      </Button>
    </li>
  );
};

/** Drafts that were kept when something earlier took their place; nothing is shown while there are none. */
export const DraftCopies = ({ scenario }: Props) => {
  const { versions } = useEditorTexts().compare;
  const copies = useDraftCopies(scenario.id).data?.items ?? [];
  const [asked, setAsked] = useState<DraftCopyView>();
  if (copies.length === 0) return null;
  return (
    <section aria-label={versions.copies}>
      <h2 className="section-title">{versions.copies}</h2>
      <p className="dim small">{versions.copiesAbout}</p>
      <ul className="draft-copies">
        {copies.map((copy) => (
          <Copy key={copy.id} scenario={scenario} copy={copy} onRestore={() => setAsked(copy)} />
        ))}
      </ul>
      {asked === undefined ? null : (
        <RestoreCopyDialog scenario={scenario} copy={asked} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
};
