import type { Page } from 'playwright-core';
import type { Parameter, Scenario } from '@potok/contracts';
import { kindOf } from './draw-settings.js';
import { chooseListed, closeByKey, command, pressButton, tabToLabelled, typeOver } from './keyboard.js';

const CARD = '.settings-card';

const into = async (page: Page, label: string, text: string): Promise<void> => {
  await tabToLabelled(page, label, CARD);
  await typeOver(page, text);
};

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await tabToLabelled(page, label, CARD);
  await chooseListed(page, option);
};

const addParameter = async (page: Page, parameter: Parameter, value: string): Promise<void> => {
  const { id, title, schema, default: byDefault } = parameter;
  await pressButton(page, 'Добавить параметр');
  await page.locator(`${CARD} input:focus`).waitFor();
  await page.keyboard.type(title);
  await choose(page, 'Вид', kindOf(parameter));
  if (schema.type === 'integer') {
    await into(page, 'Не меньше', String(schema.minimum));
    await into(page, 'Не больше', String(schema.maximum));
    await into(page, 'Если не заполнено', String(byDefault));
  } else {
    await choose(page, 'Из какой системы', 'CRM со сделками');
    await choose(page, 'Какой список', 'Стадии сделок');
    await choose(page, 'Значение у этого клиента', value);
  }
  await into(page, 'Имя в формулах', id);
};

/** Names the drawing and makes its parameters; gives those of lists their values, and leaves the keyboard where it was. */
export const setByKeyboard = async (
  page: Page,
  { name, description = '', parameters }: Scenario,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  await command(page, 'Настройки сценария');
  await page.locator('.side:focus').waitFor();
  await into(page, 'Название', name);
  await into(page, 'О чём он', description);
  for (const parameter of parameters) await addParameter(page, parameter, values[parameter.id] ?? '');
  await closeByKey(page, '.side');
};
