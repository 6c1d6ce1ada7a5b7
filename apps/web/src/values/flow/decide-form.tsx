import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEditorTexts } from '../../app/texts/use-texts.js';
import { FieldFindings } from '../field-findings.js';
import { moved, RowButtons } from '../literals/row-buttons.js';
import type { ParamsFormProps } from '../form-props.js';
import { type Branch, branchesOf, withPart } from './branches.js';
import { ConditionInput } from './condition-input.js';
import { PortInput } from './port-input.js';
import { freshPort } from './ports.js';

interface RowProps {
  readonly branches: readonly Branch[];
  readonly index: number;
  readonly branch: Branch;
  readonly onWrite: (branches: readonly Branch[], renamed?: Readonly<Record<string, string>>) => void;
}

const BranchRow = ({ branches, index, branch, onWrite }: RowProps) => {
  const { decide } = useEditorTexts().values;
  const name = branch.title ?? branch.port;
  const put = (part: Partial<Record<keyof Branch, unknown>>, renamed?: Readonly<Record<string, string>>): void =>
    onWrite(
      branches.map((one, at) => (at === index ? withPart(one, part) : one)),
      renamed,
    );
  return (
    <section className="branch" aria-label={name}>
      <div className="branch-head">
        <TextInput
          className="grow"
          aria-label={decide.branch}
          placeholder={decide.newBranch(index + 1)}
          value={branch.title ?? ''}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <PortInput
          label={decide.port}
          port={branch.port}
          others={branches.filter((_one, at) => at !== index).map(({ port }) => port)}
          onRename={(port) => put({ port }, { [branch.port]: port })}
        />
        <RowButtons
          title={name}
          index={index}
          count={branches.length}
          onMove={(to) => onWrite(moved(branches, index, to))}
          onRemove={() => onWrite(branches.filter((_one, at) => at !== index))}
        />
      </div>
      <ConditionInput value={branch.when} pointer={`/branches/${index}/when`} onChange={(when) => put({ when })} />
    </section>
  );
};

/** Branches of a decision: tried from the top, the first true one is taken. */
export const DecideForm = ({ node, onChange }: ParamsFormProps) => {
  const { decide } = useEditorTexts().values;
  const branches = branchesOf(node.params);
  const write: RowProps['onWrite'] = (next, renamedPorts) =>
    onChange({ ...node.params, branches: next }, renamedPorts === undefined ? undefined : { renamedPorts });
  const add = (): void =>
    write([
      ...branches,
      { port: freshPort(branches.map(({ port }) => port)), title: decide.newBranch(branches.length + 1) },
    ]);
  return (
    <div className="value-field" data-pointer="/branches">
      <span className="value-title">{decide.title}</span>
      <p className="value-about">{decide.about}</p>
      {branches.map((branch, index) => (
        <BranchRow key={index} branches={branches} index={index} branch={branch} onWrite={write} />
      ))}
      <div>
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
          {decide.add}
        </Button>
      </div>
      <p className="value-about">{decide.otherwise}</p>
      <FieldFindings pointer="/branches" isDeep={false} />
    </div>
  );
};
