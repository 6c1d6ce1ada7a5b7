import { accountTexts } from './account/texts.ru.js';
import { drawingField } from './drawing/drawing-field.js';
import { drawingWords } from './drawing/drawing-words.ru.js';
import { type BrokenRule, ruleInRussian } from './drawing/shape-rule.ru.js';
import { expressionTexts } from './cel/texts.ru.js';
import { mappingTexts } from './mapping/texts.ru.js';
import { flowTexts } from './rules/texts.ru.js';
import { valueTexts } from './rules/value-texts.ru.js';

const fieldOf = (field: string): string => drawingField(field, drawingWords);

const drawing = {
  SCENARIO_NEWER: ({ version, newest }: { version: number; newest: number }) =>
    `Файл сделан более новой версией Потока: схема ${version}, а здесь известна ${newest}. Обновите Поток или возьмите файл из этой версии.`,
  SCENARIO_VERSION_UNKNOWN: ({ version, newest }: { version: unknown; newest: number }) =>
    version === undefined
      ? 'Это не сценарий Потока: нет поля schemaVersion. Возьмите файл, который Поток сохранил.'
      : `Версия схемы сценария ${JSON.stringify(version)}, а известны версии от 1 до ${newest}. Обновите Поток или возьмите файл из этой версии.`,
  SCENARIO_TOO_DEEP: ({ limit }: { limit: number }) =>
    `Значения вложены глубже ${limit} уровней. Уменьшите вложенность параметров.`,
  SCENARIO_FIELD_UNKNOWN: ({ field }: { field: string }) =>
    `Поля «${fieldOf(field)}» в сценарии нет. Удалите его или исправьте имя.`,
  SCENARIO_FIELD_MISSING: ({ field }: { field: string }) => `Не заполнено поле «${fieldOf(field)}». Заполните его.`,
  SCENARIO_FIELD_WRONG: ({ field, ...broken }: { field: string } & BrokenRule) =>
    `${field === '' ? 'Сценарий заполнен' : `Поле «${fieldOf(field)}» заполнено`} неверно: ${ruleInRussian(broken)}.`,
};

/** Sentences for everything that checks of a scenario find. */
export const texts = { ...drawing, ...flowTexts, ...valueTexts, ...expressionTexts, ...accountTexts, ...mappingTexts };

export type FindingCode = keyof typeof texts;
export type FindingFacts<C extends FindingCode> = Parameters<(typeof texts)[C]> extends [infer F] ? F : object;
