import { ActionIcon, Menu, Select } from '@mantine/core';
import type { SampleData, SampleView } from '@potok/contracts';
import { IconDeviceFloppy, IconDots, IconPencil, IconTrash, IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { ListenDialog } from './listen-dialog.js';
import { EditSampleDialog, RemoveSampleDialog, SaveSampleDialog } from './sample-dialogs.js';
import { useSamples } from './use-samples.js';

interface Props {
  readonly scenarioId: string;
  /** Id of the chosen sample. */
  readonly value: string | undefined;
  readonly onChange: (sample: SampleView | undefined) => void;
  /** What «Сохранить данные…» keeps: as a rule the data of the last try. */
  readonly current: SampleData;
  /** The trigger takes calls, so that one can be caught. */
  readonly hasHook: boolean;
}

type Open = 'save' | 'edit' | 'remove' | 'listen';

const Dialogs = (props: Props & { open: Open | undefined; sample: SampleView | undefined; onClose: () => void }) => {
  const { scenarioId, open, sample, current, onChange, onClose } = props;
  const given = {
    scenarioId,
    onClose,
    onDone: (done: SampleView | undefined) => {
      onChange(done);
      onClose();
    },
  };
  if (open === 'save') return <SaveSampleDialog {...given} data={current} />;
  if (open === 'listen') return <ListenDialog {...given} />;
  if (sample === undefined) return null;
  if (open === 'edit') return <EditSampleDialog {...given} sample={sample} />;
  return open === 'remove' ? <RemoveSampleDialog {...given} sample={sample} /> : null;
};

/** Which data the draft is tried over, and what can be done with it. */
export const SamplePicker = (props: Props) => {
  const { scenarioId, value, onChange, hasHook } = props;
  const { trying } = useEditorTexts();
  const samples = useSamples(scenarioId).data?.items ?? [];
  const [open, setOpen] = useState<Open>();
  const sample = samples.find(({ id }) => id === value);
  return (
    <div className="sample-picker">
      <Select
        aria-label={trying.sample}
        placeholder={trying.noSample}
        data={samples.map(({ id, name }) => ({ value: id, label: name }))}
        value={sample?.id ?? null}
        onChange={(id) => onChange(samples.find((one) => one.id === id))}
        clearable
        searchable={samples.length > 8}
      />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size="var(--potok-control)" aria-label={trying.acts}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDeviceFloppy size={14} />} onClick={() => setOpen('save')}>
            {trying.saveAs}
          </Menu.Item>
          {hasHook ? (
            <Menu.Item leftSection={<IconWebhook size={14} />} onClick={() => setOpen('listen')}>
              {trying.listen}
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={<IconPencil size={14} />}
            disabled={sample === undefined}
            onClick={() => setOpen('edit')}
          >
            {trying.edit}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={14} />}
            disabled={sample === undefined}
            onClick={() => setOpen('remove')}
          >
            {trying.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialogs {...props} open={open} sample={sample} onClose={() => setOpen(undefined)} />
    </div>
  );
};
