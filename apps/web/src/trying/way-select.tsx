import { Select, type SelectProps } from '@mantine/core';
import { useEditorTexts } from '../app/texts/use-texts.js';
import type { WayChoice } from './way-choices.js';

interface Props {
  readonly choice: WayChoice;
  readonly label: string;
  readonly ports: Readonly<Record<string, string>>;
  readonly onChange: (ports: Readonly<Record<string, string>>) => void;
  readonly comboboxProps?: NonNullable<SelectProps['comboboxProps']>;
}

const BY_CONDITIONS = '';

const without = (ports: Props['ports'], node: string): Props['ports'] =>
  Object.fromEntries(Object.entries(ports).filter(([id]) => id !== node));

/** By which way a try leaves a step; a decision goes by its conditions unless a branch is chosen. */
export const WaySelect = ({ choice, label, ports, onChange, ...rest }: Props) => {
  const { trying } = useEditorTexts();
  const { node, ways, isDecision } = choice;
  const known = ways.map(({ port, title }) => ({ value: port, label: title }));
  const first = isDecision ? BY_CONDITIONS : (ways[0]?.port ?? null);
  const change = (port: string | null): void => {
    if (port !== null) onChange(port === BY_CONDITIONS ? without(ports, node) : { ...ports, [node]: port });
  };
  return (
    <Select
      label={label}
      data={isDecision ? [{ value: BY_CONDITIONS, label: trying.byConditions }, ...known] : known}
      value={known.some(({ value }) => value === ports[node]) ? (ports[node] ?? first) : first}
      onChange={change}
      allowDeselect={false}
      {...rest}
    />
  );
};
