import { Select } from '@mantine/core';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useVersions } from '../scenarios/queries.js';

interface Props {
  readonly scenario: string;
  readonly value: string | undefined;
  readonly onChange: (version: string | undefined) => void;
}

/** Narrows a list of runs to those of one version. */
export const VersionSelect = ({ scenario, value, onChange }: Props) => {
  const { compare } = useEditorTexts();
  const versions = useVersions(scenario).data?.items ?? [];
  return (
    <Select
      aria-label={compare.runsOfVersion}
      placeholder={compare.anyVersion}
      clearable
      w={190}
      data={versions.map(({ id, number, name }) => ({ value: id, label: compare.version(number, name) }))}
      value={value ?? null}
      onChange={(version) => onChange(version ?? undefined)}
    />
  );
};
