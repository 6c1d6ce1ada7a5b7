import { Select } from '@mantine/core';
import type { RunDetailView } from '@potok/contracts';
import { portsOf } from '@potok/scenario';
import { useTexts } from '../app/texts/use-texts.js';
import { graphOf } from '../canvas/graph.js';
import { useKinds } from '../canvas/manifest.js';
import { wayTitle } from '../canvas/way-title.js';

interface Props {
  readonly run: RunDetailView;
  readonly node: string;
  readonly value: string | undefined;
  readonly onChange: (port: string | undefined) => void;
}

/** Asked only where a step has more than one way out. */
export const PortField = ({ run, node: id, value, onChange }: Props) => {
  const texts = useTexts();
  const kinds = useKinds().data;
  const node = graphOf(run.scenario, run.graph).nodes.find((one) => one.id === id);
  const manifest = node === undefined ? undefined : kinds?.get(node.type);
  const ports = node === undefined || manifest === undefined ? [] : portsOf(node, manifest);
  if (ports.length < 2) return null;
  return (
    <Select
      label={texts.commands.port}
      data={ports.map((port) => ({ value: port, label: wayTitle(node, port, texts) }))}
      value={value ?? ports[0] ?? null}
      onChange={(port) => onChange(port ?? undefined)}
      allowDeselect={false}
    />
  );
};
