import { SegmentedControl } from '@mantine/core';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { LiteralProps } from './literal-props.js';

/** Yes, no, or nothing said. */
export const BooleanLiteral = ({ title, value, isRequired, onChange }: LiteralProps) => {
  const { values } = useEditorTexts();
  const choices = [
    ...(isRequired && typeof value === 'boolean' ? [] : [{ value: '', label: values.notSet }]),
    { value: 'true', label: values.yes },
    { value: 'false', label: values.no },
  ];
  return (
    <SegmentedControl
      aria-label={title}
      size="xs"
      data={choices}
      value={typeof value === 'boolean' ? String(value) : ''}
      onChange={(next) => onChange(next === '' ? undefined : next === 'true')}
    />
  );
};
