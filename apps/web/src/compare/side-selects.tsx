import { ActionIcon, Select } from '@mantine/core';
import type { ScenarioDetailView } from '@potok/contracts';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { useChoices } from './sides.js';

interface Sides {
  readonly from: string;
  readonly to: string;
}
interface Props extends Sides {
  readonly scenario: ScenarioDetailView;
  readonly onChange: (sides: Partial<Sides>) => void;
}

/** Which two states are compared. */
export const SideSelects = ({ scenario, from, to, onChange }: Props) => {
  const { compare } = useEditorTexts();
  const choices = useChoices(scenario, [from, to]);
  const select = (side: keyof Sides, value: string) => (
    <Select
      label={compare[side]}
      w={260}
      allowDeselect={false}
      searchable
      data={choices}
      value={value}
      onChange={(next) => (next === null ? undefined : onChange({ [side]: next }))}
    />
  );
  return (
    <div className="compare-sides">
      {select('from', from)}
      <ActionIcon
        variant="default"
        size={32}
        aria-label={compare.swap}
        title={compare.swap}
        onClick={() => onChange({ from: to, to: from })}
      >
        <IconArrowsLeftRight size={16} />
      </ActionIcon>
      {select('to', to)}
    </div>
  );
};
