import type { Locator, Page } from 'playwright-core';
import type { Parameter, Scenario } from '@potok/contracts';
import { choose } from './editor.js';

export const kindOf = ({ schema }: Parameter): string =>
  schema.type === 'integer' ? 'Целое число' : 'Из списка системы';

const drawNumber = async (card: Locator, { schema, default: byDefault }: Parameter): Promise<void> => {
  await card.getByRole('textbox', { name: 'Не меньше' }).fill(String(schema.minimum));
  await card.getByRole('textbox', { name: 'Не больше' }).fill(String(schema.maximum));
  await card.getByLabel('Если не заполнено').fill(String(byDefault));
};

/** Makes the parameters of a drawing in the settings of the open one, and gives those of lists their values. */
export const drawParameters = async (
  page: Page,
  { parameters }: Scenario,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  await page.getByRole('button', { name: 'Настройки сценария' }).click();
  const side = page.getByRole('complementary', { name: 'Настройки сценария' });
  for (const parameter of parameters) {
    await side.getByRole('button', { name: 'Добавить параметр' }).click();
    const card = side.locator('.settings-card').last();
    await card.getByRole('textbox', { name: 'Как называется' }).fill(parameter.title);
    await choose(page, card.getByRole('combobox', { name: 'Вид' }), kindOf(parameter));
    if (parameter.schema.type === 'integer') await drawNumber(card, parameter);
    else {
      await choose(page, card.getByRole('combobox', { name: 'Из какой системы' }), 'CRM со сделками');
      await choose(page, card.getByRole('combobox', { name: 'Какой список' }), 'Стадии сделок');
      await choose(page, card.getByRole('combobox', { name: 'Значение у этого клиента' }), values[parameter.id] ?? '');
    }
    await card.getByRole('textbox', { name: 'Имя в формулах' }).fill(parameter.id);
  }
  await side.getByRole('button', { name: 'Закрыть' }).click();
};
