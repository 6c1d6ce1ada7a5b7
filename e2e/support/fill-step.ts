import type { Scenario } from '@potok/contracts';
import { dynamicOf, renameSteps } from '@potok/scenario';
import { choose, dragSource, fieldAt, sourceRow, typeText } from './editor.js';
import { type Field, fieldsInside, fieldsOf, type Filled, shownAs, wordsOf } from './source-words.js';

const fillOne = async (filled: Filled, field: Field): Promise<void> => {
  const { page, like, ids } = filled;
  const place = await fieldAt(page, field.pointer);
  const dynamic = dynamicOf(field.value);
  const inside = fieldsInside(field);
  if (dynamic?.kind === 'cel') {
    await dragSource(await sourceRow(page, ...wordsOf(like, dynamic.text)), place);
  } else if (dynamic?.kind === 'tpl') await typeText(page, place, renameSteps({ $tpl: dynamic.text }, ids).$tpl);
  else if (inside !== undefined) {
    await place.getByRole('button', { name: /^Заполнить/ }).click();
    for (const one of inside) await fillOne(filled, one);
  } else if ((await place.getByRole('combobox').count()) > 0)
    await choose(page, place.getByRole('combobox'), shownAs(field));
  else await place.getByRole('textbox').first().fill(shownAs(field));
};

/** Fills the fields of the open step: paths are dragged from what comes in, texts are typed. */
export const fillStep = async (filled: Filled, step: Scenario['nodes'][number]): Promise<void> => {
  for (const field of fieldsOf(step)) await fillOne(filled, field);
};
