import type { Page } from 'playwright-core';
import type { Scenario } from '@potok/contracts';
import { portWordsRu } from '@potok/scenario';
import { idOfStep } from './editor.js';
import { fillByKeyboard } from './fill-by-keyboard.js';
import { chooseListed, closeByKey, goToStep, renameChosen, tabTo, tabToLabelled, typeKind } from './keyboard.js';
import { manifest } from './same-plan.js';

type Step = Scenario['nodes'][number];
type Edge = Scenario['edges'][number];

const kindOf = ({ type }: Step) => {
  const kind = manifest.nodes.find(({ id }) => id === type);
  if (kind === undefined) throw new Error(`No kind ${type}`);
  return kind;
};

const portWord = (port: string): string => portWordsRu[port] ?? port;

/** Names the step that the keyboard is on, and fills it in. */
const settle = async (page: Page, step: Step, drawn: Drawn): Promise<void> => {
  await renameChosen(page, step.name);
  drawn.ids.set(step.id, await idOfStep(page, step.name));
  await fillByKeyboard({ page, ...drawn }, step);
  if (step.legalReason !== undefined) {
    await tabTo(page, '.panel-tabs [role="tab"]');
    await page.keyboard.press('ArrowRight');
    await tabToLabelled(page, 'Почему без пути отмены', '.panel-settings');
    await page.keyboard.type(step.legalReason);
  }
  await closeByKey(page, '.node-panel');
};

interface Drawn {
  readonly like: Scenario;
  readonly ids: Map<string, string>;
}

/** From an exit of the chosen step, by its word, to a step that is there or to a new one. */
const join = async (page: Page, { port, to }: { readonly port: string; readonly to: string }): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: /^Соединить/ });
  await page.keyboard.press('c');
  // A dialog that opens puts the keyboard where it is wanted most, a moment after it is there.
  await dialog.locator('[data-autofocus]:focus').waitFor();
  await tabToLabelled(page, 'Выход', '[role="dialog"]');
  await chooseListed(page, portWord(port));
  await tabToLabelled(page, 'Куда ведёт', '[role="dialog"]');
  await page.keyboard.type(to);
  await chooseListed(page, to);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
};

/** By one key where the way on is the first exit that is free; any other exit is named. */
const addAfter = async (page: Page, { from }: Edge, { like, ids }: Drawn): Promise<void> => {
  const before = like.nodes.find(({ id }) => id === from.node);
  const taken = like.edges.filter((edge) => edge.from.node === from.node && ids.has(edge.to.node));
  const ports: readonly string[] = before === undefined ? [] : kindOf(before).ports;
  const free = ports.find((port) => !taken.some((edge) => edge.from.port === port));
  if (free === from.port) await page.keyboard.press('a');
  else await join(page, { port: from.port, to: 'Новый шаг…' });
};

/** The first step, alone on the canvas and chosen. */
export const beginByKeyboard = async (page: Page, { nodes: [first] }: Scenario): Promise<void> => {
  if (first === undefined) throw new Error('Nothing to draw');
  await page.keyboard.press('n');
  await typeKind(page, kindOf(first).title.ru);
};

/** All of a drawing after its first step is there: steps edge by edge, each named and filled in as it comes, notes last. */
export const drawByKeyboard = async (page: Page, like: Scenario): Promise<void> => {
  const steps = new Map(like.nodes.map((node) => [node.id, node]));
  const stepOf = (id: string): Step => {
    const step = steps.get(id);
    if (step === undefined) throw new Error(`No step ${id}`);
    return step;
  };
  const drawn: Drawn = { like, ids: new Map() };
  const [first] = like.nodes;
  if (first !== undefined) await settle(page, first, drawn);
  for (const edge of like.edges) {
    const { from, to } = edge;
    await goToStep(page, stepOf(from.node).name);
    if (drawn.ids.has(to.node)) await join(page, { port: from.port, to: stepOf(to.node).name });
    else {
      await addAfter(page, edge, drawn);
      await typeKind(page, kindOf(stepOf(to.node)).title.ru);
      await settle(page, stepOf(to.node), drawn);
    }
  }
  for (const { text } of like.notes ?? []) {
    await page.keyboard.press('Shift+S');
    await page.locator('.note-text:focus').waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Escape');
    await page.locator('.react-flow__node-note:focus').waitFor();
  }
};
