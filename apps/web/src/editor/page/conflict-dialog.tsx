import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import type { EditorDocument } from '../document/change.js';
import { Dialog } from '../../page/dialog.js';

interface Props {
  readonly mine: EditorDocument;
  /** Who has saved, and when, where it is known. */
  readonly who: string | undefined;
  readonly diff: ReactNode;
  readonly onTakeMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onClose: () => void;
}

const download = ({ scenario }: EditorDocument): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(scenario, undefined, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${scenario.name}.json`;
  link.click();
  URL.revokeObjectURL(url);
};

/** Two have changed one draft: the one who came later sees both and loses nothing. */
export const ConflictDialog = ({ mine, who, diff, onTakeMine, onTakeTheirs, onClose }: Props) => {
  const { conflict } = useEditorTexts().editor;
  return (
    <Dialog onClose={onClose} title={conflict.title} size="xl" closeOnClickOutside={false}>
      <Stack gap={16}>
        <Text>{who === undefined ? conflict.about : conflict.aboutWho(who)}</Text>
        {diff}
        <Text size="sm" c="dimmed">
          {conflict.keeps}
        </Text>
        <Group justify="flex-end" gap={8}>
          <Button variant="subtle" onClick={() => download(mine)}>
            {conflict.download}
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            {conflict.theirs}
          </Button>
          <Button onClick={onTakeMine}>{conflict.mine}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
};
