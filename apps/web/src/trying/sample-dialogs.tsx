import { Textarea, TextInput } from '@mantine/core';
import type { SampleData, SampleView } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { AskDialog } from '../page/ask-dialog.js';
import { fieldFaultsOf } from '../page/field-faults.js';
import { readSampleText } from './read-sample-text.js';
import { useRemoveSample, useSaveSample } from './use-samples.js';

interface Props {
  readonly scenarioId: string;
  readonly onClose: () => void;
  readonly onDone: (sample: SampleView | undefined) => void;
}

/** A fault that stands at the field is not said twice. */
const useName = (first: string, error: unknown) => {
  const { trying } = useEditorTexts();
  const [name, setName] = useState(first);
  const [isMissing, setIsMissing] = useState(false);
  const refused = fieldFaultsOf(error)['/name'];
  const field = (
    <TextInput
      label={trying.name}
      value={name}
      maxLength={120}
      data-autofocus
      onChange={(event) => setName(event.currentTarget.value)}
      error={isMissing && name.trim() === '' ? trying.nameMissing : refused}
    />
  );
  const demand = (): string | undefined => {
    setIsMissing(name.trim() === '');
    return name.trim() === '' ? undefined : name.trim();
  };
  return { field, demand, other: refused === undefined ? error : undefined };
};

/** Names the data of the last try and keeps it. */
export const SaveSampleDialog = ({ scenarioId, data, onClose, onDone }: Props & { readonly data: SampleData }) => {
  const { trying } = useEditorTexts();
  const saving = useSaveSample(scenarioId, onDone);
  const { field, demand, other } = useName('', saving.error);
  const save = () => {
    const name = demand();
    if (name !== undefined) saving.mutate({ name, data });
  };
  return (
    <AskDialog
      title={trying.saveTitle}
      consequence={trying.saveConsequence}
      button={trying.saveButton}
      isBusy={saving.isPending}
      error={other}
      onAct={save}
      onClose={onClose}
    >
      {field}
    </AskDialog>
  );
};

/** Name and JSON of a sample. */
export const EditSampleDialog = ({ scenarioId, sample, onClose, onDone }: Props & { readonly sample: SampleView }) => {
  const { trying } = useEditorTexts();
  const [text, setText] = useState(() => JSON.stringify(sample.data, undefined, 2));
  const [isWrong, setIsWrong] = useState(false);
  const saving = useSaveSample(scenarioId, onDone);
  const { field, demand, other } = useName(sample.name, saving.error);
  const save = () => {
    const name = demand();
    const data = readSampleText(text);
    setIsWrong(data === undefined);
    if (name !== undefined && data !== undefined) saving.mutate({ id: sample.id, name, data });
  };
  return (
    <AskDialog
      title={trying.editTitle(sample.name)}
      consequence={trying.editConsequence}
      button={trying.editButton}
      size="lg"
      isBusy={saving.isPending}
      error={other}
      onAct={save}
      onClose={onClose}
    >
      {field}
      <Textarea
        label={trying.json}
        value={text}
        autosize
        minRows={8}
        maxRows={20}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isWrong ? trying.jsonWrong : undefined}
      />
    </AskDialog>
  );
};

export const RemoveSampleDialog = ({
  scenarioId,
  sample,
  onClose,
  onDone,
}: Props & { readonly sample: SampleView }) => {
  const { trying } = useEditorTexts();
  const removing = useRemoveSample(scenarioId, () => onDone(undefined));
  return (
    <AskDialog
      title={trying.removeTitle(sample.name)}
      consequence={trying.removeConsequence}
      button={trying.removeButton}
      isDangerous
      isBusy={removing.isPending}
      error={removing.error}
      onAct={() => removing.mutate(sample.id)}
      onClose={onClose}
    />
  );
};
