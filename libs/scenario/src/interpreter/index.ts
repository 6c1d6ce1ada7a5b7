export { GraphCore } from './graph-core.js';
export { backEdges, mapGraph, type GraphMap } from './graph-map.js';
export type { CoreEnd, Launch } from './launch.js';
export { branchScope, isVisible, itemScope, nearestVisit, scopeOf, visitOf } from './visits.js';
