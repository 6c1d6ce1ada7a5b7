import type { Page } from 'playwright-core';
import type { Parameter, Scenario } from '@potok/contracts';
import { pickOption, pressAt, pressButton, tabToLabel, typeOver } from './keyboard.js';

const chooseAt = async (page: Page, label: string, option: string): Promise<void> => {
  await tabToLabel(page, label);
  await pickOption(page, option);
};

const typeNumber = async (page: Page, { schema, default: byDefault }: Parameter): Promise<void> => {
  await chooseAt(page, 'Вид', 'Целое число');
  await typeOver(page, 'Не меньше', String(schema.minimum));
  await typeOver(page, 'Не больше', String(schema.maximum));
  await typeOver(page, 'Если не заполнено', String(byDefault));
};

const typeListed = async (page: Page, value: string): Promise<void> => {
  const label = 'Значение у этого клиента';
  await chooseAt(page, 'Вид', 'Из списка системы');
  await chooseAt(page, 'Из какой системы', 'CRM со сделками');
  await chooseAt(page, 'Какой список', 'Стадии сделок');
  // The stages come from the CRM; until then the value would be written by hand.
  await page.locator('.settings-card').last().getByRole('combobox', { name: label }).waitFor();
  await chooseAt(page, label, value);
};

/** Makes the parameters of a drawing in the settings of the open one, and gives those of lists their values. */
export const typeParameters = async (
  page: Page,
  { parameters }: Scenario,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  await pressAt(page, 'button[aria-label="Настройки сценария"]');
  await page.getByRole('complementary', { name: 'Настройки сценария' }).waitFor();
  for (const parameter of parameters) {
    await pressButton(page, 'Добавить параметр');
    await tabToLabel(page, 'Как называется', 'Shift+Tab');
    await typeOver(page, 'Как называется', parameter.title);
    if (parameter.schema.type === 'integer') await typeNumber(page, parameter);
    else await typeListed(page, values[parameter.id] ?? '');
    await typeOver(page, 'Имя в формулах', parameter.id);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('complementary', { name: 'Настройки сценария' }).waitFor({ state: 'detached' });
};
