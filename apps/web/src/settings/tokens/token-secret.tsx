import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useSettingsTexts } from '../../app/texts/use-texts.js';

export const TokenSecret = ({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) => {
  const { settings, page } = useSettingsTexts();
  const { token: words } = settings;
  return (
    <Stack gap={12}>
      <p className="warning-words">{words.shownOnce}</p>
      <TextInput
        label={words.secret}
        readOnly
        value={secret}
        classNames={{ input: 'mono' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end" gap={8}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button onClick={copy} leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}>
              {copied ? page.copied : words.copy}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {words.done}
        </Button>
      </Group>
    </Stack>
  );
};
