import { Injectable } from '@nestjs/common';
import type { Scenario } from '@potok/contracts';
import type { InboxRow } from '@potok/persistence';
import type { EntityManager } from 'typeorm';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal } from '../problems/refusal.js';
import { getScenario } from '../scenarios/get-scenario.js';
import { Starters } from '../scenarios/starters.service.js';

/** What is known of a drawing's trigger and of the ways out of its nodes. */
@Injectable()
export class DraftKnowledge {
  constructor(
    private readonly nodes: NodeCatalogue,
    private readonly starters: Starters,
  ) {}

  hasWays(drawing: Scenario | undefined, nodeId: string): boolean {
    const all = [...(drawing?.nodes ?? []), ...(drawing?.paths ?? []).flatMap(({ nodes }) => nodes)];
    const node = all.find(({ id }) => id === nodeId);
    const manifest = node === undefined ? undefined : this.nodes.find(node.type, node.typeVersion);
    return (manifest?.ports.length ?? 0) > 1;
  }

  async readingOf(tx: EntityManager, scenarioId: string, row: InboxRow): Promise<Record<string, unknown>> {
    const { draft, draftBinding: binding } = await getScenario(tx, scenarioId);
    const found = this.starters.triggerOf(draft);
    if (found === undefined) throw new Refusal('conflict', 'TRIGGER_NOT_DRAWN');
    const { type, typeVersion, slot, params } = found.node;
    const parameters = draft.parameters.map(({ id, schema, isRequired, default: value }) => ({
      id,
      schema,
      isRequired: isRequired === true,
      ...(value === undefined ? {} : { default: value }),
    }));
    const body = row.body ?? row.raw?.toString('utf8') ?? null;
    return { body, headers: row.headers, trigger: { type, typeVersion, slot, params }, parameters, binding };
  }
}
