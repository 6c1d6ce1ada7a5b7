import { SCENARIO_SCHEMA_VERSION } from '@potok/contracts';
import { Findings, type ScenarioFinding } from '../finding.js';

type Drawing = Readonly<Record<string, unknown>>;

/** From each older version the step to the next one: `{ 1: (drawing) => drawing of version 2 }`. */
const steps: Readonly<Record<number, (drawing: Drawing) => Drawing>> = {};

export interface Upgraded {
  /** The drawing in today's shape; absent when its version is not known. */
  readonly drawing?: unknown;
  readonly wasUpgraded: boolean;
  readonly findings: readonly ScenarioFinding[];
}

const versionOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null ? (json as Drawing).schemaVersion : undefined;

const isNewer = (version: unknown): boolean => Number.isInteger(version) && Number(version) > SCENARIO_SCHEMA_VERSION;

/** Brings a stored or imported drawing to today's shape. Done when a draft is opened, never under a run. */
export const upgradeScenario = (json: unknown): Upgraded => {
  const version = versionOf(json);
  const findings = new Findings();
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > SCENARIO_SCHEMA_VERSION) {
    findings.error(
      isNewer(version) ? 'SCENARIO_NEWER' : 'SCENARIO_VERSION_UNKNOWN',
      { version, newest: SCENARIO_SCHEMA_VERSION },
      { field: '/schemaVersion' },
    );
    return { wasUpgraded: false, findings: findings.list() };
  }
  let drawing = json as Drawing;
  for (let from = version; from < SCENARIO_SCHEMA_VERSION; from += 1) drawing = steps[from]?.(drawing) ?? drawing;
  return { drawing, wasUpgraded: version < SCENARIO_SCHEMA_VERSION, findings: findings.list() };
};
