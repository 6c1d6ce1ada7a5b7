import { dynamicOf, renameSteps } from '@potok/scenario';
import { choose, dragSource, fieldAt, sourceRow, typeText } from './editor.js';
import { type Filled, wordsOf } from './source-words.js';

const fillOne = async (filled: Filled, pointer: string, value: unknown): Promise<void> => {
  const { page, like, ids } = filled;
  const field = await fieldAt(page, pointer);
  const dynamic = dynamicOf(value);
  if (dynamic?.kind === 'cel') {
    await dragSource(await sourceRow(page, ...wordsOf(like, dynamic.text)), field);
  } else if (dynamic?.kind === 'tpl') await typeText(page, field, renameSteps({ $tpl: dynamic.text }, ids).$tpl);
  else if (typeof value === 'object' && value !== null) {
    await field.getByRole('button', { name: /^Заполнить/ }).click();
    for (const [key, inner] of Object.entries(value)) await fillOne(filled, `${pointer}/${key}`, inner);
  } else if ((await field.getByRole('combobox').count()) > 0)
    await choose(page, field.getByRole('combobox'), String(value));
  else await field.getByRole('textbox').first().fill(String(value));
};

/** Fills the fields of the open step: paths are dragged from what comes in, texts are typed. */
export const fillStep = async (filled: Filled, params: Readonly<Record<string, unknown>>): Promise<void> => {
  for (const [key, value] of Object.entries(params)) await fillOne(filled, `/${key}`, value);
};
