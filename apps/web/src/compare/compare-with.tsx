import { Select } from '@mantine/core';
import type { ScenarioDetailView, VersionView } from '@potok/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { useChoices } from './sides.js';

interface Props {
  readonly scenario: ScenarioDetailView;
  readonly version: VersionView;
}

/** A choice of another state leads to the comparison with it. */
export const CompareWith = ({ scenario, version }: Props) => {
  const { compare } = useEditorTexts();
  const { id: ws } = useWorkspace();
  const navigate = useNavigate();
  const choices = useChoices(scenario, []).filter(({ value }) => value !== version.id);
  const go = (to: string) =>
    void navigate({
      to: '/w/$ws/scenarios/$id/compare',
      params: { ws, id: scenario.id },
      search: { from: version.id, to },
    });
  return (
    <Select
      aria-label={compare.versions.compareWith}
      placeholder={compare.versions.compareWith}
      data={choices}
      value={null}
      onChange={(value) => (value === null ? undefined : go(value))}
    />
  );
};
