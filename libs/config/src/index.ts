export {
  readConfig,
  type ApiConfig,
  type WorkerConfig,
  type SandboxConfig,
  type MigrateConfig,
  type ConfigOf,
} from './read-config.js';
export { ROLES, type Role } from './roles.js';
export { requiredVariables, optionalVariables } from './required-variables.js';
export { type VariableName } from './variables.js';
export { type MasterKey, type BlobStoreChoice } from './parse-values.js';
export {
  ConfigWrong,
  describeFinding,
  type ConfigFinding,
  type ConfigFindingCode,
  type Language,
} from './config-wrong.js';
export { createClock, type Clock } from './clock.js';
