import { readFileSync } from 'node:fs';
import type { ConfigFinding } from './config-wrong.js';
import type { VariableName } from './variables.js';

/** Takes the named variables out of the environment; `X_FILE` stands for the content of a file. Empty means absent. */
export const gatherValues = (env: NodeJS.ProcessEnv, names: readonly VariableName[]) => {
  const values: Record<string, unknown> = {};
  const findings: ConfigFinding[] = [];
  for (const variable of names) {
    const value = env[variable]?.trim() ?? '';
    const file = env[`${variable}_FILE`]?.trim() ?? '';
    if (value !== '' && file !== '') findings.push({ code: 'CONFIG_GIVEN_TWICE', variable });
    else if (value !== '') values[variable] = value;
    else if (file !== '') readInto(values, findings, { variable, file });
  }
  return { values, findings };
};

const readInto = (
  values: Record<string, unknown>,
  findings: ConfigFinding[],
  { variable, file }: { readonly variable: VariableName; readonly file: string },
) => {
  try {
    const content = readFileSync(file, 'utf8').trim();
    if (content !== '') values[variable] = content;
  } catch {
    findings.push({ code: 'CONFIG_FILE_UNREADABLE', variable });
  }
};
