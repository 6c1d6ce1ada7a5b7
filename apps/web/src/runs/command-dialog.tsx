import { Textarea } from '@mantine/core';
import type { RunDetailView, StepView } from '@potok/contracts';
import { useCallback, useState } from 'react';
import { useTexts } from '../app/texts/use-texts.js';
import { AskDialog } from '../page/ask-dialog.js';
import { type Kinds, useKinds } from '../canvas/manifest.js';
import { Loaded } from '../page/loaded.js';
import type { AskedCommand, CommandOrder } from './command-order.js';
import { consequenceOf } from './consequence.js';
import { MendField } from './mend-field.js';
import { readObject } from './read-object.js';
import { PortField } from './port-field.js';
import { useStep } from './queries.js';
import { subjectOf } from './subject.js';
import { useCommand } from './use-command.js';

export interface CommandDialogProps {
  readonly run: RunDetailView;
  readonly step: StepView | undefined;
  readonly command: AskedCommand;
  readonly onClose: () => void;
}

const noKinds: Kinds = new Map();

const isOfStep = (command: AskedCommand): boolean => command === 'mend-and-go-on' || command === 'skip-step';
const needsReason = (command: AskedCommand): boolean => command === 'close' || command === 'skip-step';

/** The step's present input is read first; the field then keeps what is typed. */
const MendInput = ({
  run,
  step,
  onChange,
  error,
}: {
  readonly run: RunDetailView;
  readonly step: StepView;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
}) => (
  <Loaded answer={useStep(run.id, step.id)} rows={4}>
    {({ input }) => <MendField initial={JSON.stringify(input, undefined, 2)} onChange={onChange} error={error} />}
  </Loaded>
);

/** What a person has typed into the dialog; the input is text until it is read. */
interface Typed {
  readonly reason: string;
  readonly port?: string | undefined;
  readonly input?: string;
}
type ReadTyped = Omit<Typed, 'input'> & { readonly input: Record<string, unknown> | undefined };

/** The order, or nothing while what the command needs is missing. */
const orderOf = (command: AskedCommand, step: StepView | undefined, typed: ReadTyped): CommandOrder | undefined => {
  const reason = typed.reason.trim();
  if (needsReason(command) && reason === '') return undefined;
  if (command === 'mend-and-go-on' && typed.input === undefined) return undefined;
  return {
    kind: command,
    ...(isOfStep(command) && step !== undefined ? { node: step.node, visit: step.visit } : {}),
    ...(typed.port === undefined ? {} : { port: typed.port }),
    ...(typed.input === undefined ? {} : { data: typed.input }),
    ...(reason === '' ? {} : { reason }),
  };
};

interface ReasonProps {
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}

const Reason = ({ value, isMissing, onChange }: ReasonProps) => {
  const { commands } = useTexts();
  return (
    <Textarea
      label={commands.reason}
      description={commands.reasonHint}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={isMissing ? commands.reasonMissing : undefined}
    />
  );
};

interface FieldsProps extends Omit<CommandDialogProps, 'onClose'> {
  readonly typed: Typed;
  readonly fault: string | undefined;
  readonly wasTried: boolean;
  readonly onType: (next: Partial<Typed>) => void;
}

const CommandFields = ({ run, step, command, typed, fault, wasTried, onType }: FieldsProps) => {
  const onInput = useCallback((input: string) => onType({ input }), [onType]);
  if (command === 'mend-and-go-on')
    return step === undefined ? null : <MendInput run={run} step={step} onChange={onInput} error={fault} />;
  return (
    <>
      {command === 'skip-step' && step !== undefined ? (
        <PortField run={run} node={step.node} value={typed.port} onChange={(port) => onType({ port })} />
      ) : null}
      <Reason
        value={typed.reason}
        onChange={(reason) => onType({ reason })}
        isMissing={wasTried && needsReason(command) && typed.reason.trim() === ''}
      />
    </>
  );
};

export const CommandDialog = ({ run, step, command, onClose }: CommandDialogProps) => {
  const texts = useTexts();
  const kinds = useKinds().data ?? noKinds;
  const words = texts.commands.dialogs[command];
  const [typed, setTyped] = useState<Typed>({ reason: '' });
  const [wasTried, setWasTried] = useState(false);
  const sending = useCommand(run.id, { onDone: onClose });
  const mended = typed.input === undefined ? {} : readObject(typed.input, texts);
  const what = isOfStep(command) ? (step?.nodeName ?? '') : subjectOf(run, texts).join(' · ');
  const act = () => {
    setWasTried(true);
    const order = orderOf(command, step, { ...typed, input: mended.value });
    if (order !== undefined) sending.mutate(order);
  };
  const onType = useCallback((next: Partial<Typed>) => setTyped((now) => ({ ...now, ...next })), []);
  return (
    <AskDialog
      title={words.title(what)}
      consequence={consequenceOf(command, { run, step, kinds, texts, port: typed.port })}
      button={words.button}
      isDangerous={!isOfStep(command)}
      isBusy={sending.isPending}
      error={sending.error}
      onAct={act}
      onClose={onClose}
      size={command === 'mend-and-go-on' ? 'xl' : 'md'}
    >
      <CommandFields {...{ run, step, command, typed, fault: mended.fault, wasTried, onType }} />
    </AskDialog>
  );
};
