import { NodeFault, type Binding, type PlanSteps } from '@potok/contracts';
import type { TriggerDefinition } from '@potok/node-sdk';
import type { RequestRow } from '@potok/persistence/engine';
import { boundParameters, evaluateParams } from '@potok/scenario';
import type { RequestHandler } from '../requests/requests-duty.js';
import { guardedClient } from './guarded-client.js';
import { NotMade } from './not-made.js';

export interface ReadDeliveryParts {
  readonly findTrigger: (type: string, version: number) => TriggerDefinition | undefined;
  readonly open: (workspaceId: string, connectionId: string) => Promise<unknown>;
  readonly now: () => Date;
}

/** What the API hands over: the call, and the drawing's trigger that is to read it. */
export interface ReadDelivery {
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly trigger: Pick<PlanSteps['trigger'], 'type' | 'typeVersion' | 'slot' | 'params'>;
  readonly parameters: PlanSteps['parameters'];
  readonly binding: Binding;
}

const DEADLINE_MS = 20_000;

/** What a trigger would put out for a call that came; starts nothing. Throws the trigger's reason when it would ignore it. */
export const readDeliveryHandler =
  (parts: ReadDeliveryParts): RequestHandler =>
  async (workspaceId, request) => {
    const { body, headers, trigger, parameters, binding } = deliveryOf(request);
    const definition = parts.findTrigger(trigger.type, trigger.typeVersion);
    if (definition === undefined) throw new NodeFault('broken', 'NODE_TYPE_UNKNOWN', { facts: { type: trigger.type } });
    const now = parts.now();
    const params = boundParameters(parameters, binding.parameters);
    const accepted = await definition.accept({
      body,
      headers,
      params: evaluateParams(trigger.params, {
        trigger: {},
        steps: {},
        waits: {},
        params,
        run: { id: '', startedAt: now.toISOString(), mode: 'dry' },
        now,
      }),
      client: await clientOf(parts, workspaceId, { definition, connectionId: binding.slots[trigger.slot ?? ''] }),
      now,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    if (accepted.kind === 'run') return { trigger: accepted.output };
    throw new NodeFault('invalid', accepted.reason, { facts: accepted.facts ?? {} });
  };

const clientOf = async (
  { open }: ReadDeliveryParts,
  workspaceId: string,
  of: { readonly definition: TriggerDefinition; readonly connectionId: string | undefined },
): Promise<unknown> => {
  const { gateway } = of.definition;
  if (gateway === undefined) return undefined;
  if (of.connectionId === undefined) throw new NodeFault('invalid', 'CONNECTION_MISSING', { facts: { slot: gateway } });
  const client = await open(workspaceId, of.connectionId);
  return guardedClient(client as object, gateway, (why) => {
    throw new NotMade(why);
  });
};

const deliveryOf = ({ body }: RequestRow): ReadDelivery => {
  const delivery = body as Partial<ReadDelivery>;
  if (delivery.trigger === undefined || delivery.binding === undefined)
    throw new NodeFault('broken', 'REQUEST_MALFORMED', { facts: { field: 'trigger' } });
  return delivery as ReadDelivery;
};
