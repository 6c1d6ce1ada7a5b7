import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { draggedSource, isSourceDrag } from './drag.js';

interface Props {
  readonly keys: readonly string[];
  readonly onAdd: (key: string) => void;
  /** A source was dropped here: a field of its name is made for it. */
  readonly onDrop: (source: string) => void;
}

/** A field more, where its author draws what comes out. */
export const AddField = ({ keys, onAdd, onDrop }: Props) => {
  const { mapping } = useEditorTexts();
  const [key, setKey] = useState('');
  const name = key.trim();
  const isTaken = keys.includes(name);
  const add = (): void => {
    if (name === '' || isTaken) return;
    onAdd(name);
    setKey('');
  };
  return (
    <form
      className="mapping-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onDragOver={(event) => {
        if (isSourceDrag(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!isSourceDrag(event)) return;
        event.preventDefault();
        onDrop(draggedSource(event));
      }}
    >
      <TextInput
        size="xs"
        maxLength={100}
        aria-label={mapping.newField}
        placeholder={mapping.newField}
        value={key}
        error={isTaken ? mapping.fieldTaken(name) : undefined}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="light" leftSection={<IconPlus size={14} />} disabled={name === ''}>
        {mapping.addField}
      </Button>
    </form>
  );
};
