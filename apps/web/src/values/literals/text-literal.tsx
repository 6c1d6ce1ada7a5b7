import { Textarea, TextInput } from '@mantine/core';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { hintsOf, shapeOf } from '../shape.js';
import type { LiteralProps } from './literal-props.js';

const exampleOf = (examples: unknown): string | undefined => {
  const first: unknown = Array.isArray(examples) ? examples[0] : undefined;
  return typeof first === 'string' ? first : undefined;
};

/** A text; `=` in an empty one begins a formula. */
export const TextLiteral = ({ schema, title, value, onChange, onFormula }: LiteralProps) => {
  const { values } = useEditorTexts();
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const example = exampleOf(schema.examples);
  const placeholder = hintsOf(schema).placeholder ?? (example === undefined ? undefined : values.example(example));
  const type = (next: string): void => {
    if (next === '=' && text === '' && onFormula !== undefined) onFormula();
    else onChange(next === '' ? undefined : next);
  };
  const common = {
    'aria-label': title,
    value: text,
    placeholder,
    onChange: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
  };
  return shapeOf(schema) === 'multiline' ? (
    <Textarea {...common} autosize minRows={2} maxRows={12} />
  ) : (
    <TextInput {...common} />
  );
};
