import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { Slot } from '@potok/contracts';
import { useState } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { Fragment } from '../document/commands/drawing-commands.js';
import { useEditor } from '../state/use-editor.js';
import { Dialog } from '../../page/dialog.js';

const KEEP = 'keep';

/** The slot of this drawing that would take a foreign one's place by itself: the same one, or the only one of its gateway. */
export const likelySlot = (slot: Slot, own: readonly Slot[]): Slot | undefined => {
  const fitting = own.filter(({ gateway }) => gateway === slot.gateway);
  return fitting.find(({ id }) => id === slot.id) ?? (fitting.length === 1 ? fitting[0] : undefined);
};

/** Slots whose place here is not plain: a person must say. */
export const foreignSlots = (fragment: Fragment, own: readonly Slot[]): readonly Slot[] =>
  fragment.slots.filter(
    (slot) => likelySlot(slot, own) === undefined && own.some(({ gateway }) => gateway === slot.gateway),
  );

interface Props {
  readonly fragment: Fragment;
  readonly slots: readonly Slot[];
  readonly onPaste: (slots: ReadonlyMap<string, string>) => void;
  readonly onClose: () => void;
}

/** «Чем заменить подключения»: steps from another drawing speak through slots that stand for others here. */
export const PasteDialog = ({ fragment, slots, onPaste, onClose }: Props) => {
  const { editor, page } = useEditorTexts();
  const own = useEditor(({ history }) => history.document.scenario.slots);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  return (
    <Dialog onClose={onClose} title={editor.paste.title(fragment.nodes.length)}>
      <Stack gap={12}>
        <Text>{editor.paste.about}</Text>
        {slots.map((slot) => (
          <Select
            key={slot.id}
            label={slot.title}
            allowDeselect={false}
            data={[
              ...own
                .filter(({ gateway }) => gateway === slot.gateway)
                .map(({ id, title }) => ({ value: id, label: title })),
              { value: KEEP, label: editor.paste.keep(slot.title) },
            ]}
            value={chosen[slot.id] ?? KEEP}
            onChange={(next) => setChosen({ ...chosen, [slot.id]: next ?? KEEP })}
          />
        ))}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {page.cancel}
          </Button>
          <Button
            onClick={() => {
              const pairs = Object.entries(chosen).filter(([, id]) => id !== KEEP);
              onClose();
              onPaste(new Map(pairs));
            }}
          >
            {editor.paste.button}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
