import type { Scenario } from '@potok/contracts';
import type { ScenarioFinding } from '../finding.js';
import { checkShape } from './check-scenario.js';
import { scenarioFileSchema, type FileBinding, type ScenarioFile } from './scenario-file.js';
import { upgradeScenario } from './upgrade-scenario.js';

export interface ReadScenarioFile {
  /** The drawing in today's shape, without what only a file says; absent when the file does not fit. */
  readonly scenario?: Scenario;
  readonly binding?: FileBinding;
  readonly wasUpgraded: boolean;
  readonly findings: readonly ScenarioFinding[];
}

/** Reads the JSON of a scenario's file: brings it to today's version and checks its shape. Never throws. */
export const readScenarioFile = (json: unknown): ReadScenarioFile => {
  const { drawing, wasUpgraded, findings } = upgradeScenario(json);
  if (drawing === undefined) return { wasUpgraded, findings };
  const wrong = checkShape(scenarioFileSchema, drawing);
  if (wrong.length > 0) return { wasUpgraded, findings: wrong };
  const { $schema: _ours, binding, ...scenario } = drawing as ScenarioFile;
  return { scenario, ...(binding === undefined ? {} : { binding }), wasUpgraded, findings };
};
