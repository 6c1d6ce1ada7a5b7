import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { moved, RowButtons } from '../literals/row-buttons.js';
import type { ParamsFormProps } from '../form-props.js';
import { FieldFindings } from '../field-findings.js';
import { PortInput } from './port-input.js';
import { freshPort } from './ports.js';

/** The branches that a run takes all at once. */
export const ParallelForm = ({ node, onChange }: ParamsFormProps) => {
  const { flow, decide } = useEditorTexts().values;
  const list: readonly unknown[] = Array.isArray(node.params.branches) ? node.params.branches : [];
  const ports = list.filter((one) => typeof one === 'string');
  const write = (branches: readonly string[], renamedPorts?: Readonly<Record<string, string>>): void =>
    onChange({ ...node.params, branches }, renamedPorts === undefined ? undefined : { renamedPorts });
  return (
    <div className="value-field" data-pointer="/branches">
      <span className="value-title">{flow.branches}</span>
      <p className="value-about">{flow.branchesAbout}</p>
      {ports.map((port, index) => (
        <div key={index} className="branch-head">
          <PortInput
            label={flow.branchNumber(index + 1)}
            port={port}
            others={ports.filter((_one, at) => at !== index)}
            onRename={(next) =>
              write(
                ports.map((one, at) => (at === index ? next : one)),
                { [port]: next },
              )
            }
          />
          <RowButtons
            title={port}
            index={index}
            count={ports.length}
            onMove={(to) => write(moved(ports, index, to))}
            onRemove={() => write(ports.filter((_one, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => write([...ports, freshPort(ports)])}
        >
          {decide.add}
        </Button>
      </div>
      <FieldFindings pointer="/branches" isDeep />
    </div>
  );
};
