import { Select } from '@mantine/core';
import type { ScenarioDetailView } from '@potok/contracts';
import { useTexts } from '../app/texts/use-texts.js';
import { Drawing } from '../canvas/drawing.js';
import { useVersions } from './queries.js';

const DRAFT = 'draft';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly version: string | undefined;
  readonly onVersion: (version: string | undefined) => void;
}

/** The drawing of the draft or of a published version. */
export const ScenarioDrawing = ({ scenario, version, onVersion }: Props) => {
  const { scenarios } = useTexts();
  const versions = useVersions(scenario.id).data?.items ?? [];
  const shown = versions.find(({ id }) => id === version);
  return (
    <>
      {versions.length === 0 ? null : (
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
      )}
      <Drawing scenario={shown?.scenario ?? scenario.draft} binding={shown?.binding ?? scenario.binding} isTall />
    </>
  );
};
