import { texts as en } from './texts.en.js';
import { texts as ru } from './texts.ru.js';
import type { VariableName } from './variables.js';

export type ConfigFindingCode = keyof typeof ru;
export interface ConfigFinding {
  readonly code: ConfigFindingCode;
  readonly variable: VariableName;
}
export type Language = 'ru' | 'en';

/** One sentence of a finding. It names the variable, never its value. */
export const describeFinding = ({ code, variable }: ConfigFinding, language: Language): string =>
  (language === 'en' ? en : ru)[code](variable);

/** Everything that is wrong with the environment, all at once. The message is one sentence a line. */
export class ConfigWrong extends Error {
  readonly code = 'CONFIG_WRONG';

  constructor(
    readonly findings: readonly ConfigFinding[],
    language: Language,
  ) {
    super(findings.map((finding) => describeFinding(finding, language)).join('\n'));
    this.name = 'ConfigWrong';
  }
}
