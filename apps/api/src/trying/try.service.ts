import { Injectable } from '@nestjs/common';
import type { Binding, Plan, RequestView, SampleData, Scenario, TryWork } from '@potok/contracts';
import { collectReferences, compilePart, type Part, portsOf } from '@potok/scenario';
import type { Here } from '../identity/caller.js';
import { NodeCatalogue } from '../nodes/node-catalogue.js';
import { Refusal, type FieldError } from '../problems/refusal.js';
import { RequestService } from '../requests/request.service.js';
import { asFieldErrors, readBinding, readDrawing } from '../scenarios/read-draft.js';
import { getScenario } from '../scenarios/get-scenario.js';
import { AppDatabase } from '../server/app-database.js';
import { readSampleData } from './read-sample.js';

interface Order {
  readonly draft: unknown;
  readonly binding: unknown;
  readonly graph: string;
  readonly data: unknown;
  readonly pinned?: readonly string[] | undefined;
  readonly only?: string | undefined;
  readonly upTo?: string | undefined;
  readonly ports?: unknown;
}

interface Read {
  readonly drawing: Scenario;
  readonly binding: Binding;
  readonly data: SampleData;
}

const TEST_CALLBACK = 'https://example.com/callbacks/test';

/** Tries a drawing that may never have been saved: checks what stands in the way, and hands the rest to the worker. */
@Injectable()
export class TryService {
  constructor(
    private readonly db: AppDatabase,
    private readonly nodes: NodeCatalogue,
    private readonly requests: RequestService,
  ) {}

  async try(here: Here, scenarioId: string, order: Order): Promise<RequestView> {
    await this.db.inWorkspace(here.workspaceId, (tx) => getScenario(tx, scenarioId));
    const read: Read = {
      drawing: readDrawing(order.draft, here.language),
      binding: readBinding(order.binding),
      data: readSampleData(order.data),
    };
    const plan = this.compile(here, read, order);
    refuseEmptyParameters(plan, read);
    const { graph: _graph, draft: _draft, ports: _ports, ...asked } = order;
    const work: TryWork = {
      plan,
      binding: read.binding,
      data: read.data,
      pinned: asked.pinned ?? [],
      ports: this.readPorts(read.drawing, order.ports),
      examples: this.examplesFor(plan),
      offers: this.offersIn(read.drawing),
      ...(asked.only === undefined ? {} : { only: asked.only }),
      ...(asked.upTo === undefined ? {} : { upTo: asked.upTo }),
    };
    return this.requests.ask(here, 'try-draft', { ...work });
  }

  private compile(here: Here, { drawing }: Read, { graph, only, upTo }: Order): Plan {
    const nodes = nodesToTry(drawing, { graph, only, upTo });
    const { plan, findings, isApart } = compilePart(drawing, { graph, only, upTo }, { manifest: this.nodes.registry });
    if (plan !== undefined) return plan;
    if (isApart === true) throw this.apart(nodes, upTo);
    const errors = asFieldErrors(findings, here.language);
    throw new Refusal('not-publishable', 'TRY_WRONG', { errors, facts: { count: errors.length } });
  }

  private apart(nodes: Scenario['nodes'], asked: string | undefined): Refusal {
    const node = nodes.find(({ id }) => id === asked);
    const isTrigger = node !== undefined && this.nodes.find(node.type, node.typeVersion)?.kind === 'trigger';
    const code = isTrigger ? 'TRY_OF_TRIGGER' : 'TRY_NODE_APART';
    return new Refusal('invalid', code, { field: '/upTo', facts: { name: node?.name } });
  }

  /** Of each node by which port it is left. Throws TRY_PORT_UNKNOWN. */
  private readPorts(drawing: Scenario, json: unknown): Record<string, string> {
    const chosen = Object.entries((json ?? {}) as Record<string, unknown>);
    const known = new Map(nodesOf(drawing).map((node) => [node.id, node]));
    return Object.fromEntries(
      chosen.flatMap(([id, port]) => {
        const node = known.get(id);
        const manifest = node === undefined ? undefined : this.nodes.find(node.type, node.typeVersion);
        if (node === undefined || manifest === undefined) return [];
        const ports = portsOf(node, manifest);
        if (typeof port === 'string' && ports.includes(port)) return [[id, port] as const];
        throw new Refusal('invalid', 'TRY_PORT_UNKNOWN', {
          field: `/ports/${id}`,
          facts: { name: node.name, port: String(port), known: [...ports] },
        });
      }),
    );
  }

  private examplesFor(plan: Plan): TryWork['examples'] {
    return Object.fromEntries(
      Object.values(plan.steps.nodes).map(({ id, type, typeVersion }) => {
        const examples = this.nodes.find(type, typeVersion)?.examples ?? [];
        return [id, examples.flatMap(({ output }) => (output === undefined ? [] : [output]))];
      }),
    );
  }

  /** What a wait offers is not there yet: an address that leads nowhere stands for it. */
  private offersIn(drawing: Scenario): TryWork['offers'] {
    return Object.fromEntries(
      nodesOf(drawing).flatMap(({ id, type, typeVersion }) => {
        const manifest = this.nodes.find(type, typeVersion);
        const offered = manifest?.kind === 'wait' ? manifest.offers?.['properties'] : undefined;
        if (offered === undefined) return [];
        return [[id, Object.fromEntries(Object.keys(offered as object).map((name) => [name, TEST_CALLBACK]))]];
      }),
    );
  }
}

/** Of the graph that is asked for, where the node that is asked for stands. Throws TRY_GRAPH_UNKNOWN, TRY_NODE_UNKNOWN. */
const nodesToTry = (drawing: Scenario, { graph, only, upTo }: Part): Scenario['nodes'] => {
  const nodes = graph === 'main' ? drawing.nodes : drawing.paths?.find(({ id }) => id === graph)?.nodes;
  if (nodes === undefined) throw new Refusal('invalid', 'TRY_GRAPH_UNKNOWN', { field: '/graph', facts: { graph } });
  const node = only ?? upTo;
  if (node === undefined || nodes.some(({ id }) => id === node)) return nodes;
  throw new Refusal('invalid', 'TRY_NODE_UNKNOWN', { field: only === undefined ? '/upTo' : '/only', facts: { node } });
};

const nodesOf = ({ nodes, paths = [] }: Scenario): Scenario['nodes'] => [
  ...nodes,
  ...paths.flatMap((path) => path.nodes),
];

/** A parameter that a step on the way refers to must have a value; the others may wait until publishing. */
const refuseEmptyParameters = ({ steps }: Plan, { drawing, binding }: Read): void => {
  const used = new Set(
    Object.values(steps.nodes)
      .flatMap(({ params }) => collectReferences(params))
      .flatMap(({ root, path }) => (root === 'params' ? [path[0] ?? ''] : [])),
  );
  const errors = drawing.parameters
    .filter(({ id, default: value }) => used.has(id) && value === undefined && binding.parameters[id] === undefined)
    .map(({ id, title }): FieldError => ({
      field: `/binding/parameters/${id}`,
      code: 'TRY_PARAMETER_EMPTY',
      facts: { title },
    }));
  const [first] = errors;
  if (first !== undefined)
    throw new Refusal('not-publishable', 'TRY_WRONG', { errors, field: first.field, facts: { count: errors.length } });
};
