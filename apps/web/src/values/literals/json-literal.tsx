import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { LiteralProps } from './literal-props.js';

const written = (value: unknown): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
};

interface Read {
  readonly value: unknown;
  readonly fault?: string;
}

/** Where nothing is said of a value, a bare text is a text; `{`, `[`, a number or a quote begin JSON. */
const readJson = (text: string, isOpen: boolean): Read => {
  if (text.trim() === '') return { value: undefined };
  if (isOpen && !/^\s*[[{"\d-]|^\s*(true|false|null)\s*$/.test(text)) return { value: text };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { value: text, fault: error instanceof Error ? error.message : '' };
  }
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The last resort: a value as JSON. What is not JSON yet is kept as the text that it is. */
export const JsonLiteral = ({ schema, title, value, onChange, onFormula }: LiteralProps) => {
  const { values } = useEditorTexts();
  const isOpen = schema.type === undefined;
  const [typed, setTyped] = useState(() => written(value));
  const text = isSame(readJson(typed, isOpen).value, value) ? typed : written(value);
  const { fault } = readJson(text, isOpen);
  const type = (next: string): void => {
    if (next === '=' && text === '' && onFormula !== undefined) {
      onFormula();
      return;
    }
    setTyped(next);
    onChange(readJson(next, isOpen).value);
  };
  return (
    <Textarea
      aria-label={title}
      autosize
      minRows={isOpen ? 1 : 3}
      maxRows={16}
      classNames={{ input: isOpen ? '' : 'mono' }}
      value={text}
      error={fault === undefined ? undefined : values.jsonWrong(fault)}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
};
