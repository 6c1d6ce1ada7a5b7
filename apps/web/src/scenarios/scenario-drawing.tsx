import { Select } from '@mantine/core';
import type { ScenarioDetailView, VersionView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { Drawing } from '../canvas/drawing.js';
import { PictureMenu } from '../picture/picture-menu.js';
import { DraftCheck } from './draft-check.js';
import { useVersions } from './queries.js';

const DRAFT = 'draft';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly version: string | undefined;
  readonly onVersion: (version: string | undefined) => void;
}

interface ChoiceProps {
  readonly versions: readonly VersionView[];
  readonly shown: VersionView | undefined;
  readonly onVersion: (version: string | undefined) => void;
}

const VersionChoice = ({ versions, shown, onVersion }: ChoiceProps) => {
  const { scenarios } = useTexts();
  return (
    <div className="filters">
      <Select
        aria-label={scenarios.shownVersion}
        w={180}
        allowDeselect={false}
        data={[
          { value: DRAFT, label: scenarios.draft },
          ...versions.map(({ id, number }) => ({ value: id, label: scenarios.number(number) })),
        ]}
        value={shown?.id ?? DRAFT}
        onChange={(id) => onVersion(id === null || id === DRAFT ? undefined : id)}
      />
    </div>
  );
};

/** The drawing of the draft or of a published version. */
export const ScenarioDrawing = ({ scenario, version, onVersion }: Props) => {
  const versions = useVersions(scenario.id).data?.items ?? [];
  const shown = versions.find(({ id }) => id === version);
  const { scenario: drawing, binding } = shown ?? { scenario: scenario.draft, binding: scenario.binding };
  return (
    <>
      <div className="draft-head">
        {versions.length === 0 ? null : <VersionChoice versions={versions} shown={shown} onVersion={onVersion} />}
        {shown === undefined ? <DraftCheck scenario={scenario} /> : null}
        <span className="draft-take">
          <PictureMenu
            scenario={drawing}
            binding={binding}
            scenarioId={scenario.id}
            {...(shown === undefined ? {} : { versionId: shown.id })}
          />
        </span>
      </div>
      <Drawing scenario={drawing} binding={binding} isTall />
    </>
  );
};
