import { ActionIcon, CopyButton as Copier, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTexts } from '../app/texts/use-texts.js';

export const CopyButton = ({ value, label }: { readonly value: string; readonly label?: string }) => {
  const { page } = useTexts();
  return (
    <Copier value={value}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? page.copied : (label ?? page.copy)}>
          <ActionIcon variant="subtle" color="gray" size={24} onClick={copy} aria-label={label ?? page.copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        </Tooltip>
      )}
    </Copier>
  );
};
