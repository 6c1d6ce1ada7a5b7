import type { Command } from './command.js';
import { reconcile } from './reconcile/reconcile.js';
import { run } from './runs/run.js';
import { runs } from './runs/runs.js';
import { check } from './scenarios/check.js';
import { exportScenario } from './scenarios/export.js';
import { importScenario } from './scenarios/import.js';
import { manifest } from './scenarios/manifest.js';
import { publish } from './scenarios/publish.js';
import { versions } from './scenarios/versions.js';

/** All that `potok` can do. */
export const commands: readonly Command[] = [
  exportScenario,
  importScenario,
  check,
  manifest,
  publish,
  versions,
  run,
  runs,
  reconcile,
];
