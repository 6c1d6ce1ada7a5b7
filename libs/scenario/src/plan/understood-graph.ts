import type { DrawnGraph, GraphModel } from '../analysis/graph-model.js';
import { liveGraphOf, type LiveGraph } from '../analysis/live-graph.js';
import { scopesOf, type Scopes } from '../analysis/scopes.js';

/** A graph of a drawing with all that was found out about it; `live` and `scopes` only where it has a beginning. */
export interface UnderstoodGraph {
  readonly drawn: DrawnGraph;
  readonly model: GraphModel;
  readonly live?: LiveGraph;
  readonly scopes?: Scopes;
}

export const understood = (drawn: DrawnGraph, model: GraphModel): UnderstoodGraph => {
  const live = liveGraphOf(model);
  return live === undefined ? { drawn, model } : { drawn, model, live, scopes: scopesOf(live) };
};
