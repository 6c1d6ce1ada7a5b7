export { registry } from './registry.js';
export { findDefinition } from './find-definition.js';
