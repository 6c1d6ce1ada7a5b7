import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly initial: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The input of a step as JSON text. */
export const MendField = ({ initial, error, onChange }: Props) => {
  const { commands } = useTexts();
  const [text, setText] = useState(initial);
  useEffect(() => onChange(text), [text, onChange]);
  return (
    <Textarea
      label={commands.input}
      description={commands.inputHint}
      autosize
      minRows={8}
      maxRows={22}
      spellCheck={false}
      classNames={{ input: 'mono' }}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      error={error}
    />
  );
};
