import { Button, Popover, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { WayChoice } from './way-choices.js';
import { WaySelect } from './way-select.js';

interface Props {
  readonly choices: readonly WayChoice[];
  readonly ports: Readonly<Record<string, string>>;
  readonly onChange: (ports: Readonly<Record<string, string>>) => void;
}

/** What the waits are answered with and which way decisions take, so that every branch of a drawing can be tried. */
export const WayFields = ({ choices, ports, onChange }: Props) => {
  const { trying } = useEditorTexts();
  if (choices.length === 0) return null;
  return (
    <Popover position="bottom-start" withArrow={false} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconArrowsSplit2 size={16} aria-hidden />}>
          {trying.ways}
        </Button>
      </Popover.Target>
      <Popover.Dropdown maw={360}>
        <Stack gap={12}>
          <Text size="sm">{trying.waysAbout}</Text>
          {choices.map((choice) => (
            <WaySelect
              key={choice.node}
              choice={choice}
              label={choice.name}
              ports={ports}
              onChange={onChange}
              comboboxProps={{ withinPortal: false }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
