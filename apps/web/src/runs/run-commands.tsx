import { Button, Menu, Tooltip } from '@mantine/core';
import type { RunCommandKind, RunDetailView, StepView } from '@potok/contracts';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { useKinds } from '../canvas/manifest.js';
import { CommandDialog } from './run-dialogs.js';
import { type AskedCommand, isAsked } from './command-order.js';
import { consequenceOf } from './consequence.js';
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

interface SaidProps {
  readonly said: readonly string[];
  readonly isMain: boolean;
  readonly isBusy: boolean;
  readonly onAct: () => void;
  readonly children: string;
}

/** What the button will do stands by it, also for a finger and for who hears it. */
const SaidButton = ({ said, isMain, isBusy, onAct, children }: SaidProps) => (
  <Tooltip
    multiline
    w={320}
    disabled={said.length === 0}
    events={{ hover: true, focus: true, touch: true }}
    label={said.join(' ')}
  >
    <Button variant={isMain ? 'filled' : 'default'} loading={isBusy} onClick={onAct} aria-description={said.join(' ')}>
      {children}
    </Button>
  </Tooltip>
);

interface RestProps {
  readonly kinds: readonly RunCommandKind[];
  readonly saidOf: (kind: RunCommandKind) => readonly string[];
  readonly onAct: (kind: RunCommandKind) => void;
}

const Rest = ({ kinds, saidOf, onAct }: RestProps) => {
  const { commands } = useTexts();
  return kinds.length === 0 ? null : (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} />}>
          {commands.more}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAct(kind)} aria-label={commands[kind]}>
            {commands[kind]}
            {isAsked(kind) ? null : <small className="menu-said">{saidOf(kind).join(' ')}</small>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

export const RunCommands = ({ run }: { readonly run: RunDetailView }) => {
  const texts = useTexts();
  const kinds = useKinds().data;
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
  const saidOf = (kind: RunCommandKind) =>
    kinds === undefined ? [] : consequenceOf(kind, { run, step, kinds, texts });
  const allowed = ORDER.filter((kind) => run.commands.includes(kind));
  if (allowed.length === 0) return null;
  return (
    <>
      {allowed.slice(0, BESIDE).map((kind, index) => (
        <SaidButton
          key={kind}
          said={isAsked(kind) ? [] : saidOf(kind)}
          isMain={index === 0 && run.status === 'needs-a-person'}
          isBusy={command.isPending && command.variables.kind === kind}
          onAct={() => act(kind)}
        >
          {texts.commands[kind]}
        </SaidButton>
      ))}
      <Rest kinds={allowed.slice(BESIDE)} saidOf={saidOf} onAct={act} />
      {asked === undefined ? null : (
        <CommandDialog run={run} step={step} command={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
};
