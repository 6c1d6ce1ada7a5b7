import type { Scenario } from '@potok/contracts';
import type { Catalogue, DrawnGraph } from '../analysis/graph-model.js';
import type { Findings } from '../finding.js';

const repeated = (ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.filter((id, index) => ids.indexOf(id) !== index));

const idLists = (scenario: Scenario): Readonly<Record<string, readonly string[]>> => ({
  slots: scenario.slots.map(({ id }) => id),
  parameters: scenario.parameters.map(({ id }) => id),
  paths: ['main', ...(scenario.paths ?? []).map(({ id }) => id)],
});

/** Ids are unique: those of nodes over all graphs, because steps of the main graph are in sight of the paths. */
export const checkIds = (scenario: Scenario, graphs: readonly DrawnGraph[], findings: Findings): void => {
  for (const id of repeated(graphs.flatMap(({ nodes }) => nodes.map((node) => node.id)))) {
    findings.error('NODE_ID_REPEATED', { id }, { node: id });
  }
  for (const [list, ids] of Object.entries(idLists(scenario))) {
    for (const id of repeated(ids)) findings.error('ID_REPEATED', { list, id }, { field: `/${list}` });
  }
};

/** Every node's type and version are in the manifest. */
export const checkTypes = (graphs: readonly DrawnGraph[], catalogue: Catalogue, findings: Findings): void => {
  const types = new Set([...catalogue.values()].map(({ id }) => id));
  for (const { id, name, type, typeVersion } of graphs.flatMap(({ nodes }) => nodes)) {
    if (catalogue.has(`${type}@${typeVersion}`)) continue;
    if (types.has(type)) findings.error('NODE_VERSION_UNKNOWN', { name, type, typeVersion }, { node: id });
    else findings.error('NODE_TYPE_UNKNOWN', { name, type }, { node: id });
  }
};
