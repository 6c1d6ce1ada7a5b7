import type { Page } from 'playwright-core';
import type { JsonSchema, Scenario } from '@potok/contracts';
import { dynamicOf, renameSteps } from '@potok/scenario';
import { pickOption, pressAt, tabTo, typeFormula, typeWithFields, within } from './keyboard.js';
import { manifest } from './same-plan.js';

type Node = Scenario['nodes'][number];
type Params = Readonly<Record<string, unknown>>;

interface Typed {
  readonly page: Page;
  /** Ids on the canvas by those of the drawing that is copied: formulas name steps by them. */
  readonly ids: ReadonlyMap<string, string>;
}

/** In the order of the form, so that Tab leads on and never round: what must be filled in comes first. */
const inOrder = (type: string, params: Params): readonly (readonly [string, unknown])[] => {
  const input: JsonSchema = manifest.nodes.find(({ id }) => id === type)?.input ?? {};
  const keys = Object.keys(input.properties ?? {});
  const required = new Set((input.required ?? []) as readonly string[]);
  const placeOf = (key: string): number => keys.indexOf(key) + (required.has(key) ? 0 : keys.length);
  return Object.entries(params).sort(([a], [b]) => placeOf(a) - placeOf(b));
};

const typeLiteral = async (page: Page, pointer: string, value: string): Promise<void> => {
  await tabTo(page, within(pointer, ':is(input, textarea)'));
  if ((await page.locator(within(pointer, '[role="combobox"]')).count()) > 0) await pickOption(page, value);
  else await page.keyboard.type(value);
};

const typeOne = async (typed: Typed, pointer: string, value: unknown): Promise<void> => {
  const { page, ids } = typed;
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'cel') await typeFormula(page, pointer, renameSteps({ $cel: dynamic.text }, ids).$cel);
  else if (dynamic?.kind === 'tpl') await typeWithFields(page, pointer, renameSteps({ $tpl: dynamic.text }, ids).$tpl);
  else if (typeof value === 'object' && value !== null) {
    await pressAt(page, within(pointer, 'button[aria-label^="Заполнить"]'));
    for (const [key, inner] of Object.entries(value)) await typeOne(typed, `${pointer}/${key}`, inner);
  } else await typeLiteral(page, pointer, String(value));
};

/** Fills the fields of the open step, and says why it has no way back where the drawing says so. */
export const typeStep = async (typed: Typed, { type, params, legalReason }: Node): Promise<void> => {
  const { page } = typed;
  for (const [key, value] of inOrder(type, params)) await typeOne(typed, `/${key}`, value);
  if (legalReason === undefined) return;
  await tabTo(page, '[role="tab"]');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, '.panel-settings textarea');
  await page.keyboard.type(legalReason);
};
