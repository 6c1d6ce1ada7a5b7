import { accountTexts } from './account/texts.en.js';
import { expressionTexts } from './cel/texts.en.js';
import { mappingTexts } from './mapping/texts.en.js';
import { flowTexts } from './rules/texts.en.js';
import { valueTexts } from './rules/value-texts.en.js';
import type { FindingCode, texts as russian } from './texts.ru.js';

const drawing = {
  SCENARIO_VERSION_UNKNOWN: ({ version, newest }: { version: unknown; newest: number }) =>
    `The scenario's schema version is ${String(version)}; versions 1 to ${newest} are known. Update Potok or take a file of this version.`,
  SCENARIO_TOO_DEEP: ({ limit }: { limit: number }) =>
    `Values are nested deeper than ${limit} levels. Flatten the parameters.`,
  SCENARIO_FIELD_UNKNOWN: ({ field }: { field: string }) =>
    `A scenario has no field ${field}. Remove it or correct its name.`,
  SCENARIO_FIELD_MISSING: ({ field }: { field: string }) => `Field ${field} is empty. Fill it in.`,
  SCENARIO_FIELD_WRONG: ({ field, rule }: { field: string; rule: string }) =>
    `Field ${field || 'of the scenario'} is wrong: ${rule}.`,
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
