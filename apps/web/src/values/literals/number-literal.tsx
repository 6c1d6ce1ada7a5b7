import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { shapeOf } from '../shape.js';
import type { LiteralProps } from './literal-props.js';

const SPACES = /[\s\u00a0\u202f]/g;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** What is typed as a value: a comma is a point; what is no number yet is kept as the text that it is. */
const readNumber = (text: string, isText: boolean): unknown => {
  const plain = text.replace(SPACES, '').replace(',', '.');
  if (text.trim() === '') return undefined;
  if (!NUMBER.test(plain)) return text;
  return isText ? plain : Number(plain);
};

const written = (value: unknown): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** A number or a decimal; keeps on the screen what was typed. */
export const NumberLiteral = ({ schema, title, value, onChange, onFormula }: LiteralProps) => {
  const { values } = useEditorTexts();
  const shape = shapeOf(schema);
  const isText = shape === 'decimal';
  const [typed, setTyped] = useState(() => written(value));
  const text = readNumber(typed, isText) === value ? typed : written(value);
  const isWrong = text !== '' && !NUMBER.test(text.replace(SPACES, '').replace(',', '.'));
  const isBroken = shape === 'integer' && typeof value === 'number' && !Number.isInteger(value);
  const type = (next: string): void => {
    if (next === '=' && text === '' && onFormula !== undefined) {
      onFormula();
      return;
    }
    setTyped(next);
    onChange(readNumber(next, isText));
  };
  return (
    <TextInput
      aria-label={title}
      inputMode="decimal"
      className="number-literal"
      value={text}
      error={isWrong ? values.numberWrong : isBroken ? values.integerWrong : undefined}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
};
