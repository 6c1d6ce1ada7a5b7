import { Button, Menu } from '@mantine/core';
import type { RunCommandKind, RunDetailView, StepView } from '@potok/contracts';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { CommandDialog } from './command-dialog.js';
import { type AskedCommand, isAsked } from './command-order.js';
import { useCommand } from './use-command.js';

/** In this order the first that the state allows is the main action; the rest go into the menu. */
const ORDER: readonly RunCommandKind[] = [
  'retry-step',
  'resume',
  'mend-and-go-on',
  'pause',
  'skip-step',
  'undo',
  'cancel',
  'close',
];
const BESIDE = 2;

/** The step that retry, mend and skip are about: the one that the run stands at. */
export const stuckStep = ({ steps, fault }: RunDetailView): StepView | undefined =>
  steps.findLast(({ node, status }) => (fault === undefined || node === fault.node) && status !== 'done');

export const RunCommands = ({ run }: { readonly run: RunDetailView }) => {
  const { commands } = useTexts();
  const [asked, setAsked] = useState<AskedCommand>();
  const command = useCommand(run.id);
  const step = stuckStep(run);
  const act = (kind: RunCommandKind) =>
    isAsked(kind)
      ? setAsked(kind)
      : command.mutate({
          kind,
          ...(kind === 'retry-step' && step ? { node: step.node, visit: step.visit } : {}),
        });
  const allowed = ORDER.filter((kind) => run.commands.includes(kind));
  if (allowed.length === 0) return null;
  const rest = allowed.slice(BESIDE);
  return (
    <>
      {allowed.slice(0, BESIDE).map((kind, index) => (
        <Button
          key={kind}
          variant={index === 0 && run.status === 'needs-a-person' ? 'filled' : 'default'}
          loading={command.isPending && command.variables.kind === kind}
          onClick={() => act(kind)}
        >
          {commands[kind]}
        </Button>
      ))}
      {rest.length === 0 ? null : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />}>
              {commands.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((kind) => (
              <Menu.Item key={kind} onClick={() => act(kind)}>
                {commands[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {asked === undefined ? null : (
        <CommandDialog run={run} step={step} command={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
};
