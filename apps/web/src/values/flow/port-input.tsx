import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { isPort, isTakenPort } from './ports.js';

interface Props {
  readonly label: string;
  readonly port: string;
  readonly others: readonly string[];
  readonly onRename: (port: string) => void;
}

/** The code of a way out. Edges hang on it, so a new one counts only when it is whole: on Enter or when the field is left. */
export const PortInput = ({ label, port, others, onRename }: Props) => {
  const { decide } = useEditorTexts().values;
  const [typed, setTyped] = useState(port);
  useEffect(() => setTyped(port), [port]);
  const isTaken = isTakenPort(typed, others);
  const error = !isPort(typed) ? decide.portWrong : isTaken ? decide.portTaken(typed) : undefined;
  const settle = (): void => {
    if (error === undefined && typed !== port) onRename(typed);
  };
  return (
    <TextInput
      aria-label={label}
      className="port-input"
      classNames={{ input: 'mono' }}
      value={typed}
      error={error}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
};
