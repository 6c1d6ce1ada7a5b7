import { Button, Popover, Select, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTexts } from '../app/texts/use-texts.js';
import type { WayChoice } from './way-choices.js';

interface Props {
  readonly choices: readonly WayChoice[];
  readonly ports: Readonly<Record<string, string>>;
  readonly onChange: (ports: Readonly<Record<string, string>>) => void;
}

/** What the waits are answered with, so that every branch of a drawing can be tried. */
export const WayFields = ({ choices, ports, onChange }: Props) => {
  const { trying, canvas } = useTexts();
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
          {choices.map(({ node, name, ports: known }) => (
            <Select
              key={node}
              label={name}
              data={known.map((port) => ({ value: port, label: canvas.ports[port] ?? port }))}
              value={ports[node] ?? known[0] ?? null}
              onChange={(port) => onChange(port === null ? ports : { ...ports, [node]: port })}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
