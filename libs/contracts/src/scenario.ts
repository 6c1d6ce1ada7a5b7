import { Type as t, type Static } from '@sinclair/typebox';

/**
 * The drawing, as a person makes it and as it is stored, exported and copied: JSON with this schema. The compiler of
 * `@potok/scenario` turns it into a plan; nothing executes it directly.
 */
const closed = { additionalProperties: false } as const;
const Id = t.String({ pattern: '^[a-zA-Z][a-zA-Z0-9_]{0,39}$' });

/**
 * A value of a parameter: a literal, or at any depth one of
 * `{ "$cel": "trigger.deal.id" }` (CEL), `{ "$tpl": "Счёт {{trigger.number}}" }` (Handlebars),
 * `{ "$each": "<CEL list>", "as": "line", "do": <value> }` (a list mapped item by item; `line` and `lineIndex` in scope).
 */
export const ParamValue = t.Unknown();

export const RetryPolicy = t.Object(
  {
    /** Tries in all, the first included; 0 = without limit. */
    maxAttempts: t.Integer({ minimum: 0, maximum: 1_000_000 }),
    firstDelaySec: t.Number({ minimum: 0.1, maximum: 86_400 }),
    factor: t.Number({ minimum: 1, maximum: 10 }),
    maxDelaySec: t.Number({ minimum: 1, maximum: 86_400 }),
  },
  closed,
);
export type RetryPolicy = Static<typeof RetryPolicy>;

export const ScenarioNode = t.Object(
  {
    id: Id,
    type: t.String({ pattern: '^[a-z0-9-]+\\.[a-z0-9-]+$' }),
    typeVersion: t.Integer({ minimum: 1 }),
    name: t.String({ minLength: 1, maxLength: 120 }),
    params: t.Record(t.String(), ParamValue),
    /** Which slot of the scenario gives the connection; only nodes with a gateway. */
    slot: t.Optional(Id),
    retry: t.Optional(RetryPolicy),
    timeoutSec: t.Optional(t.Number({ minimum: 1, maximum: 3600 })),
    onFault: t.Optional(t.Union([t.Literal('park'), t.Literal('undo'), t.Literal('port'), t.Literal('continue')])),
    /** Why a legal effect may stand without a compensation path; asked for by the compiler. */
    legalReason: t.Optional(t.String({ minLength: 1, maxLength: 500 })),
    /** Drawn but not executed: the run passes through its first port with no output. */
    isSkipped: t.Optional(t.Boolean()),
    note: t.Optional(t.String({ maxLength: 2000 })),
    position: t.Object({ x: t.Number(), y: t.Number() }, closed),
  },
  closed,
);
export type ScenarioNode = Static<typeof ScenarioNode>;

export const ScenarioEdge = t.Object(
  {
    id: Id,
    from: t.Object({ node: Id, port: t.String({ minLength: 1, maxLength: 60 }) }, closed),
    to: t.Object({ node: Id, port: t.Optional(t.String({ minLength: 1, maxLength: 60 })) }, closed),
  },
  closed,
);
export type ScenarioEdge = Static<typeof ScenarioEdge>;

const graph = { nodes: t.Array(ScenarioNode, { maxItems: 2000 }), edges: t.Array(ScenarioEdge, { maxItems: 10_000 }) };

export const ScenarioPath = t.Object(
  {
    id: Id,
    kind: t.Union([t.Literal('annul'), t.Literal('correct')]),
    ofNode: Id,
    title: t.String({ minLength: 1, maxLength: 120 }),
    ...graph,
  },
  closed,
);
export type ScenarioPath = Static<typeof ScenarioPath>;

export const GATEWAYS = ['crm', 'operator', 'accounting'] as const;
export type GatewayName = (typeof GATEWAYS)[number];

export const Slot = t.Object(
  {
    id: Id,
    /** A gateway of the field, or `http` for a plain address with a secret. */
    gateway: t.Union([t.Literal('crm'), t.Literal('operator'), t.Literal('accounting'), t.Literal('http')]),
    title: t.String({ minLength: 1, maxLength: 120 }),
    /** Only where the drawing needs one system's own part. */
    system: t.Optional(t.String()),
  },
  closed,
);
export type Slot = Static<typeof Slot>;

export const Parameter = t.Object(
  {
    id: Id,
    title: t.String({ minLength: 1, maxLength: 120 }),
    /** JSON Schema of the value; drawn as a form when a binding is filled. */
    schema: t.Record(t.String(), t.Unknown()),
    isRequired: t.Optional(t.Boolean()),
    default: t.Optional(t.Unknown()),
  },
  closed,
);
export type Parameter = Static<typeof Parameter>;

export const Note = t.Object(
  {
    id: Id,
    text: t.String({ maxLength: 4000 }),
    position: t.Object({ x: t.Number(), y: t.Number() }, closed),
    width: t.Number(),
    height: t.Number(),
  },
  closed,
);
export type Note = Static<typeof Note>;

/** Nodes of the main graph, or of one path, that are shown together; folded, they are one box. It changes nothing in a run. */
export const Group = t.Object(
  {
    id: Id,
    title: t.String({ minLength: 1, maxLength: 120 }),
    nodes: t.Array(Id, { minItems: 1, maxItems: 2000, uniqueItems: true }),
    isFolded: t.Optional(t.Boolean()),
  },
  closed,
);
export type Group = Static<typeof Group>;

export const SCENARIO_SCHEMA_VERSION = 1;
export const Scenario = t.Object(
  {
    $schema: t.Optional(t.String()),
    schemaVersion: t.Literal(SCENARIO_SCHEMA_VERSION),
    name: t.String({ minLength: 1, maxLength: 200 }),
    description: t.Optional(t.String({ maxLength: 4000 })),
    slots: t.Array(Slot, { maxItems: 50 }),
    parameters: t.Array(Parameter, { maxItems: 100 }),
    ...graph,
    notes: t.Optional(t.Array(Note, { maxItems: 500 })),
    groups: t.Optional(t.Array(Group, { maxItems: 200 })),
    paths: t.Optional(t.Array(ScenarioPath, { maxItems: 20 })),
  },
  closed,
);
export type Scenario = Static<typeof Scenario>;

/** What fills a published version at one client; lives beside it, never inside the plan. */
export const Binding = t.Object(
  { slots: t.Record(t.String(), t.String({ format: 'uuid' })), parameters: t.Record(t.String(), t.Unknown()) },
  closed,
);
export type Binding = Static<typeof Binding>;
