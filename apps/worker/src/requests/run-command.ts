import { NodeFault, type RunCommandKind, type Wake } from '@potok/contracts';
import { RUN_COMMANDS } from '@potok/contracts/names';
import type { CommandedRun, RequestRow, RunCommandRepository } from '@potok/persistence/engine';
import { newId } from '../services/new-id.js';
import type { RequestHandler } from './requests-duty.js';

/** A person's or the API's command to a run: refused with a reason when the run's state does not allow it, else written with its audit row and carried to the run. */
export const runCommandHandler =
  (commands: RunCommandRepository): RequestHandler =>
  async (workspaceId, request) => {
    const body = bodyOf(request);
    const run = await commands.find(workspaceId, body.runId);
    if (run === undefined) throw new NodeFault('invalid', 'RUN_NOT_FOUND', { facts: { runId: body.runId } });
    refuseIfEnded(run);
    if (run.fault_code === RUN_LOST) return closeLost(commands, { workspaceId, run, body, request });
    const step = stepOf(run, body);
    const wake: Wake = {
      id: request.id,
      kind: 'command',
      command: body.kind,
      ...(step === undefined ? {} : { node: step.node, visit: step.visit }),
      ...(body.port === undefined ? {} : { port: body.port }),
    };
    await commands.order(workspaceId, {
      runId: run.id,
      wake,
      auditId: newId(),
      who: request.created_by,
      act: `run.${body.kind}`,
      facts: {
        ...(body.reason === undefined ? {} : { reason: body.reason }),
        ...(step === undefined ? {} : { node: step.node, visit: step.visit }),
      },
      ...(body.kind === 'mend-and-go-on' && step !== undefined
        ? { mended: { node: step.node, visit: step.visit, input: body.data } }
        : {}),
    });
    return { runId: run.id, status: run.status };
  };

const RUN_LOST = 'RUN_LOST';

/** A run whose workflow is gone hears no command: it can only be closed, by its rows. */
const closeLost = async (
  commands: RunCommandRepository,
  of: {
    readonly workspaceId: string;
    readonly run: CommandedRun;
    readonly body: Command;
    readonly request: RequestRow;
  },
) => {
  const { run, body } = of;
  if (body.kind !== 'close') throw new NodeFault('refused', RUN_LOST, { facts: { kind: body.kind } });
  const facts = { reason: body.reason };
  await commands.closeLost(of.workspaceId, { runId: run.id, auditId: newId(), who: of.request.created_by, facts });
  return { runId: run.id, status: 'closed-by-person' };
};

interface Command {
  readonly runId: string;
  readonly kind: RunCommandKind;
  readonly node?: string;
  readonly visit?: string;
  readonly port?: string;
  readonly reason?: string;
  readonly data?: unknown;
}

const bodyOf = (request: RequestRow): Command => {
  const body = request.body as Partial<Command> as Command;
  if (!(RUN_COMMANDS as readonly string[]).includes(body.kind))
    throw new NodeFault('invalid', 'COMMAND_UNKNOWN', { facts: { kind: body.kind } });
  if (body.kind === 'close' && (body.reason ?? '').trim() === '')
    throw new NodeFault('invalid', 'REASON_MISSING', { facts: { kind: body.kind } });
  return body;
};

const refuseIfEnded = (run: CommandedRun) => {
  if (run.ended_at !== null) throw new NodeFault('refused', 'RUN_HAS_ENDED', { facts: { status: run.status } });
};

const ON_STEP: Partial<Record<RunCommandKind, readonly string[]>> = {
  'retry-step': ['faulted', 'undo-failed'],
  'mend-and-go-on': ['faulted'],
  'skip-step': ['faulted', 'waiting', 'undo-failed'],
};

/** The step that the command is about: the one named, or the only one that it fits. */
const stepOf = (run: CommandedRun, command: Command): { readonly node: string; readonly visit: string } | undefined => {
  const fitting = ON_STEP[command.kind];
  if (fitting === undefined) return undefined;
  const steps = run.open_steps.filter(
    (step) =>
      fitting.includes(step.status) &&
      (command.node === undefined || step.node === command.node) &&
      (command.visit === undefined || step.visit === command.visit),
  );
  const [step] = steps;
  if (step === undefined)
    throw new NodeFault('refused', 'STEP_NOT_FITTING', { facts: { kind: command.kind, node: command.node ?? '' } });
  if (steps.length > 1) throw new NodeFault('invalid', 'STEP_NOT_NAMED', { facts: { kind: command.kind } });
  return step;
};
