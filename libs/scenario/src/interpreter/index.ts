export { GraphCore } from './graph-core.js';
export { backEdges, eachesAround, mapGraph, type GraphMap } from './graph-map.js';
export { framesAround, nodesFrom } from './main-line.js';
export type { CoreEnd, Launch } from './launch.js';
export { branchScope, isVisible, itemAround, itemScope, nearestVisit, scopeOf, visitOf } from './visits.js';
