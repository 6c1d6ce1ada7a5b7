import { accountTexts } from './account/texts.en.js';
import { expressionTexts } from './cel/texts.en.js';
import { mappingTexts } from './mapping/texts.en.js';
import { drawingField } from './drawing/drawing-field.js';
import { drawingWords } from './drawing/drawing-words.en.js';
import type { BrokenRule } from './drawing/shape-rule.ru.js';
import { flowTexts } from './rules/texts.en.js';
import { valueTexts } from './rules/value-texts.en.js';
import type { FindingCode, texts as russian } from './texts.ru.js';

const fieldOf = (field: string): string => drawingField(field, drawingWords);

const drawing = {
  SCENARIO_NEWER: ({ version, newest }: { version: number; newest: number }) =>
    `A newer Potok made this file: its schema is ${version}, here ${newest} is known. Update Potok or take a file of this version.`,
  SCENARIO_VERSION_UNKNOWN: ({ version, newest }: { version: unknown; newest: number }) =>
    version === undefined
      ? 'This is no scenario of Potok: there is no field schemaVersion. Take a file that Potok saved.'
      : `The scenario's schema version is ${JSON.stringify(version)}; versions 1 to ${newest} are known. Update Potok or take a file of this version.`,
  SCENARIO_TOO_DEEP: ({ limit }: { limit: number }) =>
    `Values are nested deeper than ${limit} levels. Flatten the parameters.`,
  SCENARIO_FIELD_UNKNOWN: ({ field }: { field: string }) =>
    `A scenario has no field "${fieldOf(field)}". Remove it or correct its name.`,
  SCENARIO_FIELD_MISSING: ({ field }: { field: string }) => `Field "${fieldOf(field)}" is empty. Fill it in.`,
  SCENARIO_FIELD_WRONG: ({ field, rule }: { field: string } & BrokenRule) =>
    `${field === '' ? 'The scenario' : `Field "${fieldOf(field)}"`} is wrong: ${rule}.`,
};

export const texts = {
  ...drawing,
  ...flowTexts,
  ...valueTexts,
  ...expressionTexts,
  ...accountTexts,
  ...mappingTexts,
} satisfies {
  [C in FindingCode]: (typeof russian)[C];
};
