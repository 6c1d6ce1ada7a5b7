import { Group, NumberInput } from '@mantine/core';
import type { Parameter } from '@potok/contracts';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { type Limits, limitsOf, withLimits } from './parameter-schema.js';

interface Props {
  readonly parameter: Parameter;
  readonly isReadOnly: boolean;
  readonly onSchema: (schema: Parameter['schema']) => void;
}

/** Between what a number must stand; empty is without a bound. */
export const ParameterLimits = ({ parameter, isReadOnly, onSchema }: Props) => {
  const { settings } = useEditorTexts().editor;
  const limits = limitsOf(parameter);
  const fieldOf = (key: keyof Limits, label: string) => (
    <NumberInput
      label={label}
      allowDecimal={false}
      readOnly={isReadOnly}
      value={limits[key] ?? ''}
      onChange={(next) =>
        onSchema(withLimits(parameter.schema, { ...limits, [key]: typeof next === 'number' ? next : undefined }))
      }
    />
  );
  return (
    <Group gap={8} grow align="flex-start">
      {fieldOf('minimum', settings.atLeast)}
      {fieldOf('maximum', settings.atMost)}
    </Group>
  );
};
