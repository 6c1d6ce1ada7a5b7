import type { Scenario } from '@potok/contracts';
import { applyChanges, type Change, type EditorDocument } from './change.js';
import {
  type BindingCommands,
  bindingAfter,
  type DrawingCommands,
  drawingCommands,
} from './commands/drawing-commands.js';
import { type NodeCommands, nodeCommands } from './commands/node-commands.js';
import { type WireCommands, wireCommands } from './commands/wires.js';
import { type Kit, Pen } from './kit.js';

interface ScenarioCommands extends NodeCommands, WireCommands, DrawingCommands {}
export interface Commands extends ScenarioCommands, BindingCommands {}
export type CommandKind = keyof Commands;

/** Everything that a person can do to a drawing; plain data, by name. */
export type Command = { readonly [K in CommandKind]: { readonly kind: K } & Commands[K] }[CommandKind];

type Handlers = {
  readonly [K in keyof ScenarioCommands]: (pen: Pen, command: ScenarioCommands[K], kit: Kit) => void;
};
const handlers: Handlers = { ...nodeCommands, ...wireCommands, ...drawingCommands };

type ScenarioCommand = Extract<Command, { readonly kind: keyof ScenarioCommands }>;
type BindingCommand = Exclude<Command, ScenarioCommand>;

const isOfBinding = (command: Command): command is BindingCommand => Object.hasOwn(bindingAfter, command.kind);

const bindingChanges = (document: EditorDocument, command: BindingCommand): readonly Change[] => {
  const after = (
    bindingAfter[command.kind] as (of: EditorDocument, command: BindingCommand) => EditorDocument['binding']
  )(document, command);
  const before = document.binding;
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ kind: 'binding', before, after }];
};

const drawingAfter =
  (document: EditorDocument) =>
  (scenario: Scenario, change: Change): Scenario =>
    applyChanges({ ...document, scenario }, [change]).scenario;

/** What a command changes: nothing when it has nothing to do. Never throws on a document, however wrong. */
export const changesOf = (document: EditorDocument, command: Command, kit: Kit): readonly Change[] => {
  if (isOfBinding(command)) return bindingChanges(document, command);
  const pen = new Pen(document.scenario, drawingAfter(document));
  (handlers[command.kind] as (pen: Pen, command: ScenarioCommand, kit: Kit) => void)(pen, command, kit);
  return pen.changes;
};
