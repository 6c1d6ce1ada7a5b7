import type { Static, TObject } from '@sinclair/typebox';
import type {
  AccountingGateway,
  BlobRef,
  CrmGateway,
  Effect,
  GatewayName,
  JsonSchema,
  OperatorGateway,
  Proof,
  ServiceName,
  Services,
  TriggerKind,
} from '@potok/contracts';

/** The client that each gateway opens. `http` is a plain address with a secret. */
export interface GatewayClients {
  readonly crm: CrmGateway;
  readonly operator: OperatorGateway;
  readonly accounting: AccountingGateway;
  readonly http: HttpConnection;
}
export interface HttpConnection {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}
export type ClientOf<G> = G extends GatewayName | 'http' ? GatewayClients[G] : undefined;

/** What a node has in hand: six things, no more. */
export interface Work<In, Client, Needs extends ServiceName> {
  /** Already checked against the schema. */
  readonly input: In;
  /** Opened by the worker from the connection that the run is bound to. */
  readonly client: Client;
  /** Only what the node lists under `needs`. */
  readonly services: Pick<Services, Needs>;
  /** The effect's key (design: same key, same act); hand it to the outside system. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** Facts for the log: ids only, never a document or a secret. */
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** When are two calls one call: never but on a retry of the same visit, or whenever this value is the same. */
export type SameAs<In> = 'visit' | ((input: In) => string);

export type EffectOf<In, Out, Client, Needs extends ServiceName> =
  | { readonly effect: 'reads' }
  | {
      readonly effect: 'undoable';
      readonly sameAs: SameAs<In>;
      /** `output` is undefined when nobody knows whether `run` succeeded: must accept "nothing happened", and be safe twice. */
      compensate(work: Work<In, Client, Needs> & { readonly output: Out | undefined }): Promise<void>;
    }
  | { readonly effect: 'legal'; readonly sameAs: SameAs<In> }
  | { readonly effect: 'final'; readonly sameAs: SameAs<In>; readonly whyFinal: string };

interface Head {
  /** `family.name`. */
  readonly id: string;
  readonly version: number;
}

interface NodeBody<
  I extends TObject,
  O extends TObject,
  G extends GatewayName | 'http' | undefined,
  N extends ServiceName,
> extends Head {
  readonly gateway?: G;
  readonly needs?: readonly N[];
  readonly input: I;
  readonly output: O;
  /** Ports by which it may leave; default `done`. With more than one, `port` chooses. */
  readonly ports?: readonly string[];
  readonly port?: (output: Static<O>, input: Static<I>) => string;
  /** Brings an input of an older version up to this one. */
  readonly upgrade?: (oldInput: unknown, fromVersion: number) => unknown;
  run(work: Work<Static<I>, ClientOf<G>, N>): Promise<Static<O>>;
}

export type NodeSpec<
  I extends TObject,
  O extends TObject,
  G extends GatewayName | 'http' | undefined,
  N extends ServiceName,
> = NodeBody<I, O, G, N> & EffectOf<Static<I>, Static<O>, ClientOf<G>, N>;

/** A node as the engine holds it: types erased, guards in place. */
export interface NodeDefinition extends Head {
  readonly kind: 'node';
  readonly gateway: GatewayName | 'http' | undefined;
  readonly needs: readonly ServiceName[];
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly ports: readonly string[];
  readonly effect: Effect;
  readonly whyFinal: string | undefined;
  readonly checkInput: (value: unknown) => unknown;
  /** `visit`, or the value that makes two calls one. */
  readonly sameAs: (input: unknown) => string;
  run(work: AnyWork): Promise<{ readonly output: unknown; readonly port: string }>;
  compensate: ((work: AnyWork & { readonly output: unknown }) => Promise<void>) | undefined;
  readonly upgrade: ((oldInput: unknown, fromVersion: number) => unknown) | undefined;
}
export interface AnyWork {
  readonly input: unknown;
  readonly client: unknown;
  readonly services: Partial<Services>;
  readonly key: string;
  readonly signal: AbortSignal;
  readonly log: (event: string, facts?: Record<string, unknown>) => void;
}

/** What came for a wait: the body of a callback, an operator's fact, a person's decision, or the time being up. */
export type WaitNews =
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly at: string;
      readonly body: unknown;
      readonly file?: BlobRef;
    }
  | { readonly kind: 'deadline'; readonly at: string };

/** An answer of a wait: leave by this port with this output, or go on waiting (`undefined`). */
export interface WaitAnswer<Out> {
  readonly port: string;
  readonly output: Out;
}
export interface OpenedWait<Out> {
  /** What events are routed by, unique while open in (workspace, event). */
  readonly key: string;
  /** Absolute; absent = for ever. */
  readonly deadline?: Date;
  /** What earlier and later steps may refer to (`waits.<node>.…`), e.g. the callback's `url`. */
  readonly offers?: Readonly<Record<string, unknown>>;
  /** Nobody need be waited for. */
  readonly answer?: WaitAnswer<Out>;
  /** What the wait is for, for the run's page; code and facts. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface WaitSpec<I extends TObject, O extends TObject, N extends ServiceName> extends Head {
  readonly needs?: readonly N[];
  readonly input: I;
  readonly output: O;
  readonly ports: readonly string[];
  /** Which kind of inbox event may answer: `callback`, `docflow`, `person`, `signature`, or `time` for none. */
  readonly event: 'callback' | 'docflow' | 'person' | 'signature' | 'time';
  readonly offers?: TObject;
  /** The part of the input that `open` needs, when the wait is opened before its own turn; default: all of it. */
  readonly effect?: 'reads' | 'legal';
  /** Idempotent: called again with the same key it answers the same. `now` is the engine's clock, `token` is unguessable and stable for the visit. */
  open(
    work: Work<Static<I>, undefined, N> & { readonly now: Date; readonly token: string; readonly callbackUrl: string },
  ): Promise<OpenedWait<Static<O>>>;
  /** Called once per news, oldest first. */
  take(
    work: Work<Static<I>, undefined, N> & { readonly now: Date },
    news: WaitNews,
  ): Promise<WaitAnswer<Static<O>> | undefined>;
}
export interface WaitDefinition extends Head {
  readonly kind: 'wait';
  readonly needs: readonly ServiceName[];
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly ports: readonly string[];
  readonly event: 'callback' | 'docflow' | 'person' | 'signature' | 'time';
  readonly offers: JsonSchema | undefined;
  readonly effect: Effect;
  readonly checkInput: (value: unknown) => unknown;
  open(
    work: AnyWork & { readonly now: Date; readonly token: string; readonly callbackUrl: string },
  ): Promise<OpenedWait<unknown>>;
  take(work: AnyWork & { readonly now: Date }, news: WaitNews): Promise<WaitAnswer<unknown> | undefined>;
}

/** What `accept` decides at admission. `sameAs`: one run for ever per this value in (scenario). */
export type Admission<Out> =
  | {
      readonly kind: 'run';
      readonly output: Out;
      readonly sameAs?: string;
      readonly subject?: { readonly dealId?: string };
    }
  | { readonly kind: 'ignore'; readonly reason: string; readonly facts?: Readonly<Record<string, unknown>> };

export interface TriggerSpec<P extends TObject, O extends TObject, G extends GatewayName | undefined> extends Head {
  readonly trigger: TriggerKind;
  readonly gateway?: G;
  readonly proof: Proof | 'chosen';
  /** JSON pointer of the repeat key in the body. */
  readonly sameAs?: string;
  /** The author's settings. */
  readonly params: P;
  readonly body?: JsonSchema;
  readonly output: O;
  /** Runs in the worker at admission; may read what the event points to. */
  accept(work: {
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
    readonly params: Static<P>;
    readonly client: ClientOf<G>;
    readonly now: Date;
    readonly signal: AbortSignal;
  }): Promise<Admission<Static<O>>>;
}
export interface TriggerDefinition extends Head {
  readonly kind: 'trigger';
  readonly trigger: TriggerKind;
  readonly gateway: GatewayName | undefined;
  readonly proof: Proof | 'chosen';
  readonly sameAs: string | undefined;
  readonly params: JsonSchema;
  readonly body: JsonSchema | undefined;
  readonly output: JsonSchema;
  readonly checkParams: (value: unknown) => unknown;
  readonly checkOutput: (value: unknown) => unknown;
  accept(work: {
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
    readonly params: unknown;
    readonly client: unknown;
    readonly now: Date;
    readonly signal: AbortSignal;
  }): Promise<Admission<unknown>>;
}

export type AnyDefinition = NodeDefinition | WaitDefinition | TriggerDefinition;

/** A choice for a form: stages, boxes, warehouses. */
export interface ListItem {
  readonly value: string;
  readonly label: string;
  /** What a form fills in along with the choice: the operator's id of a participant for its box. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** What `connect` is lent. `fetch` has deadline, Retry-After, redaction, SSRF guard and the connection's limit inside. */
export interface ConnectionHttp {
  request(order: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Uint8Array | string;
    readonly timeoutMs?: number;
    readonly signal: AbortSignal;
  }): Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
  }>;
}

/**
 * One renewal at a time for an account, over all processes: `renew` is given the secrets as they are stored now, which
 * another process may have renewed already, and a deadline; what it answers is stored before this answers with it.
 */
export type RenewSecrets<S> = (renew: (stored: S, signal: AbortSignal) => Promise<S>) => Promise<S>;

export interface ConnectionSpec<S extends TObject, P extends TObject, C> {
  readonly id: string;
  readonly title: { readonly ru: string; readonly en: string };
  readonly implements: readonly GatewayName[];
  /** Encrypted, write-only. */
  readonly secrets: S;
  /** Shown again: addresses, box ids. */
  readonly settings: P;
  /** Calls per second that the system allows one account. */
  readonly limitPerSecond: number;
  connect(given: {
    readonly secrets: Static<S>;
    readonly settings: Static<P>;
    readonly http: ConnectionHttp;
    readonly now: () => Date;
    /** For secrets that the system itself renews (OAuth refresh). */
    readonly renewSecrets: RenewSecrets<Static<S>>;
  }): C;
  /** Throws the fault that a person should see. */
  check(client: C, signal: AbortSignal): Promise<void>;
  readonly lists: Readonly<Record<string, (client: C, signal: AbortSignal) => Promise<readonly ListItem[]>>>;
  /** The account's own fields as JSON Schema, e.g. `deal` → UF_CRM_*. */
  describe?(client: C, signal: AbortSignal): Promise<Readonly<Record<string, JsonSchema>>>;
}
export type ConnectionDefinition<C = unknown> = Omit<
  ConnectionSpec<TObject, TObject, C>,
  'secrets' | 'settings' | 'connect'
> & {
  readonly secrets: JsonSchema;
  readonly settings: JsonSchema;
  connect(given: {
    readonly secrets: unknown;
    readonly settings: unknown;
    readonly http: ConnectionHttp;
    readonly now: () => Date;
    readonly renewSecrets: RenewSecrets<unknown>;
  }): C;
};
