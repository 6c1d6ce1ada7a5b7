import { Injectable } from '@nestjs/common';
import type { Fault, RunDataView } from '@potok/contracts';
import { RunDataRepository, RunRepository, type RunSummary, type RunValueSize } from '@potok/persistence';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { AppDatabase } from '../server/app-database.js';
import { nodesOf, RunWords } from './run-view.js';

/** What an editor takes at once. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The last values of a run, for the editor: a real run opens there with its data. */
@Injectable()
export class RunDataService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
  ) {}

  get(here: Here, id: string): Promise<RunDataView> {
    return this.db.inWorkspace(here.workspaceId, async (tx) => {
      const runs = new RunRepository(tx);
      const row = await runs.find(id);
      const scenario = await runs.drawingOf(id);
      if (row === undefined || scenario === undefined)
        throw new Refusal('not-found', 'RUN_NOT_FOUND', { facts: { id } });
      const data = new RunDataRepository(tx);
      const { taken, left } = shared(await data.listSizes(id));
      const values = await data.getValues(id, taken);
      const valuesOf = (part: RunValueSize['part']) =>
        Object.fromEntries(values.filter((one) => one.part === part).map(({ node, value }) => [node, value]));
      const trigger = values.find(({ part }) => part === 'trigger');
      const { versionId, versionNumber, scenarioId, mode, status } = row;
      return {
        ...{ runId: id, scenarioId, versionId, versionNumber, mode, status, scenario },
        ...(trigger === undefined ? {} : { trigger: trigger.value }),
        steps: valuesOf('output'),
        inputs: valuesOf('input'),
        ...faultOf(row, (fault, node) => {
          const words = new RunWords(this.nodes, here.language);
          const drawn = nodesOf(scenario).find((one) => one.id === node);
          return { nodeName: drawn?.name ?? node, detail: words.told(fault, drawn).detail };
        }),
        leftOut: left.map(({ part, node, sizeBytes }) => ({ part, ...(node === '' ? {} : { node }), sizeBytes })),
      };
    });
  }
}

/** The smallest first, so that the fewest are left out. */
const shared = (sizes: readonly RunValueSize[]): { taken: RunValueSize[]; left: RunValueSize[] } => {
  const taken: RunValueSize[] = [];
  const left: RunValueSize[] = [];
  let bytes = 0;
  for (const one of [...sizes].sort((a, b) => a.sizeBytes - b.sizeBytes)) {
    if (bytes + one.sizeBytes > MOST_BYTES) left.unshift(one);
    else {
      bytes += one.sizeBytes;
      taken.push(one);
    }
  }
  return { taken, left };
};

const faultOf = (
  { fault }: RunSummary,
  say: (fault: Fault, node: string) => { readonly nodeName: string; readonly detail: string },
): Pick<RunDataView, 'fault'> => {
  const parked = fault as { readonly node: string; readonly visit: string; readonly fault: Fault } | null;
  if (parked === null) return {};
  const { node, visit } = parked;
  return { fault: { node, visit, fault: parked.fault, ...say(parked.fault, node) } };
};
