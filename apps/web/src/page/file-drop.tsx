import { Input } from '@mantine/core';
import { IconFileCheck, IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly accept: string;
  readonly file: File | undefined;
  readonly fault: string | undefined;
  readonly isRequired?: boolean;
  readonly onFile: (file: File) => void;
}

/** A file is dropped here or chosen; the keyboard reaches the input itself. */
export const FileDrop = ({ label, hint, accept, file, fault, isRequired = false, onFile }: Props) => {
  const { page } = useTexts();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first !== undefined) onFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const Icon = file === undefined ? IconFileUpload : IconFileCheck;
  return (
    <Input.Wrapper id={id} label={label} description={hint} error={fault} required={isRequired}>
      <label
        className={isOver ? 'file-drop over' : 'file-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Icon size={18} aria-hidden />
        <span className={file === undefined ? 'dim' : undefined}>{file?.name ?? page.dropFile}</span>
        <input
          id={id}
          type="file"
          accept={accept}
          onChange={(event) => take(event.currentTarget.files)}
          aria-invalid={fault !== undefined}
        />
      </label>
    </Input.Wrapper>
  );
};
