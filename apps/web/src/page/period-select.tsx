import { Select } from '@mantine/core';
import { PERIODS, type Period } from '../app/searches.js';
import { useTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly value: Period | undefined;
  readonly onChange: (period: Period | undefined) => void;
}

export const PeriodSelect = ({ value, onChange }: Props) => {
  const { page } = useTexts();
  return (
    <Select
      aria-label={page.period}
      placeholder={page.periods.all}
      clearable
      w={170}
      data={PERIODS.map((name) => ({ value: name, label: page.periods[name] }))}
      value={value ?? null}
      onChange={(period) => onChange(period ?? undefined)}
    />
  );
};
