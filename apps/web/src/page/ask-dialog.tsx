import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { FaultBox } from './fault-box.js';
import { Dialog } from './dialog.js';

interface Props {
  readonly title: string;
  /** Sentences, each on its line. */
  readonly consequence: string | readonly string[];
  /** The verb with its object, never «Да». */
  readonly button: string;
  readonly isDangerous?: boolean;
  /** What stands in the way is said within. */
  readonly isBlocked?: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  readonly size?: string;
}

/** Names the object and what will follow before it is done. */
export const AskDialog = ({
  title,
  consequence,
  button,
  isDangerous = false,
  isBlocked = false,
  isBusy,
  error,
  onAct,
  ...rest
}: Props) => {
  const { page } = useTexts();
  const { onClose, children, size = 'md' } = rest;
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onAct();
        }}
      >
        <Stack gap={16}>
          <Stack gap={6}>
            {[consequence].flat().map((sentence) => (
              <Text key={sentence} size="md">
                {sentence}
              </Text>
            ))}
          </Stack>
          {children}
          {error === null || error === undefined ? null : <FaultBox error={error} title={page.actFaultTitle} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {page.cancel}
            </Button>
            <Button
              type="submit"
              loading={isBusy}
              disabled={isBlocked}
              {...(isDangerous ? { color: 'red.9', autoContrast: false } : {})}
            >
              {button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
