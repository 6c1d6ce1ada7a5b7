export { scenarioRun } from './scenario-run.workflow.js';
