import type { Fault } from '../node-fault.js';
import type { RunCommandKind, RunMode, RunStatus, StepStatus } from '../names.js';
import type { StepAttempt } from '../engine/run.js';
import type { StepCall } from '../engine/step-call.js';
import type { JsonSchema } from '../json.js';
import type { Proof } from '../nodes/manifest.js';
import type { DocumentView } from './document-views.js';
import type { ChainRunView, RepeatView } from './rerun-views.js';
import type { Scenario, Binding } from '../scenario.js';
import type { TemplateCard } from '../template.js';

/** Shapes of the HTTP API's answers, one place for api (which makes them) and web (which reads them). */
export interface SessionView {
  readonly user: { readonly id: string; readonly email: string; readonly name: string };
  readonly workspaces: readonly WorkspaceView[];
  /** Sent back as `x-csrf-token` with every changing call of a cookie session. */
  readonly csrfToken: string;
}
export interface WorkspaceView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly timeZone: string;
}

/** A key for programs. `secret` is shown once, in the answer that made it. */
export interface ApiTokenView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly usedAt?: string;
  readonly revokedAt?: string;
  readonly secret?: string;
}

export interface ScenarioView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly updatedAt: string;
  readonly draftRevision: number;
  readonly published?: {
    readonly versionId: string;
    readonly number: number;
    readonly publishedAt: string;
    readonly by: string;
    readonly planHash: string;
  };
  readonly trigger?: { readonly type: string; readonly webhookUrl?: string; readonly isEnabled: boolean };
  readonly openRuns: number;
}
export interface ScenarioDetailView extends ScenarioView {
  readonly draft: Scenario;
  readonly binding: Binding;
  /** What the draft or the published version names and its accounts have no more; absent when there is nothing. */
  readonly broken?: readonly BrokenView[];
}
export interface VersionView {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly by: string;
  readonly planHash: string;
  readonly scenario: Scenario;
  readonly binding: Binding;
  /** What people call it, and what it is for. */
  readonly name?: string;
  readonly comment?: string;
  readonly openRuns: number;
  readonly totalRuns: number;
  /** There are more than `totalRuns`: counting stopped there. */
  readonly isTotalCapped?: boolean;
}
/** One thing that the compiler found; `severity: 'error'` blocks publishing. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly node?: string;
  /** JSON pointer in the node's params, or in the scenario. */
  readonly field?: string;
  /** The sentence, in the caller's language. */
  readonly detail: string;
}

/** A finding about an outside account that has changed under a scenario. */
export interface BrokenView extends Finding {
  readonly in: readonly ('draft' | 'published')[];
}

/** What the compiler says of a draft with its binding; `hash` when it can be published. */
export interface CheckView {
  readonly findings: readonly Finding[];
  readonly hash?: string;
}
/** The webhook of a scenario, for the system that is to call it. `hasKey`: the secret of its proof is set; it is never shown. */
export interface HookView {
  readonly url: string;
  readonly proof: Proof;
  readonly sameAs?: string;
  readonly isEnabled: boolean;
  readonly hasKey: boolean;
}
/** Answer of a start by hand or by the API: the delivery says what became of it. */
export interface StartView {
  readonly deliveryId: string;
  readonly mode: RunMode;
}
/** Answer of what the worker does for the API. `pending`: it has not answered yet, ask `requests/:id`. */
export interface RequestView {
  readonly requestId: string;
  readonly status: 'done' | 'pending';
  readonly result?: unknown;
}
/** A list of a connection (stages, boxes…), as it was when last asked. */
export interface ConnectionListView {
  readonly items: readonly unknown[];
  readonly takenAt: string;
}
/** The account's own fields of a thing (UF_CRM_* of a `deal`) as a JSON Schema, as they were when last asked. */
export interface ConnectionFieldsView {
  readonly schema: JsonSchema;
  readonly takenAt: string;
}
/** A ready scenario of the folder `templates`, with what the gallery says of it. */
export interface TemplateView extends TemplateCard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly scenario: Scenario;
}

export interface RunView {
  readonly id: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly status: RunStatus;
  readonly mode: RunMode;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly startedBy: 'webhook' | 'crm' | 'schedule' | 'manual' | 'api' | 'call' | 'path' | 'rerun';
  /** It goes over the steps of another run again. */
  readonly repeats?: RepeatView;
  /** What it is about: deal, document number, counterparty. */
  readonly subject: {
    readonly dealId?: string;
    readonly documentNumber?: string;
    readonly counterpartyInn?: string;
    readonly counterpartyName?: string;
  };
  /** What is waited for, or why it stands. */
  readonly waitingFor?: {
    readonly node: string;
    readonly nodeName: string;
    readonly kind: string;
    readonly since: string;
    readonly deadline?: string;
  };
  readonly fault?: { readonly node: string; readonly nodeName: string; readonly fault: Fault; readonly detail: string };
}
export interface RunDetailView extends RunView {
  readonly scenario: Scenario;
  readonly graph: string;
  /** In order of their start. Of a node that was visited very often (for-each, loop) the latest visits of each status. */
  readonly steps: readonly StepView[];
  /** How many more there are. */
  readonly moreSteps?: number;
  /** Only when there are more: how often each node was left by each of its ports, over all visits. */
  readonly passes?: readonly RunPassView[];
  /** All that it waits for now, the soonest first; it may wait at many places at once. */
  readonly waits: readonly RunWaitView[];
  readonly documents: readonly DocumentView[];
  readonly commands: readonly RunCommandKind[];
  readonly deliveryId?: string;
  /** All runs of its chain, oldest first; absent when nobody has repeated it. */
  readonly chain?: readonly ChainRunView[];
}
export interface RunWaitView {
  readonly node: string;
  readonly visit: string;
  readonly kind: string;
  readonly since: string;
  readonly until?: string;
}
export interface RunPassView {
  readonly node: string;
  readonly port?: string;
  readonly total: number;
}
export interface StepView {
  readonly id: string;
  readonly node: string;
  readonly nodeName: string;
  readonly type: string;
  readonly visit: string;
  readonly seq: number;
  readonly status: StepStatus;
  /** Its result was taken over from the run that is repeated: nothing was done here. */
  readonly isTakenOver?: true;
  readonly port?: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly attempts: readonly StepAttempt[];
  readonly nextTryAt?: string;
  readonly fault?: Fault & { readonly detail: string };
  readonly undoFault?: Fault & { readonly detail: string };
}
export interface StepDetailView extends StepView {
  readonly input: unknown;
  readonly output: unknown;
}

/** What a step asked of an outside system, and what it was told. */
export interface StepCallView extends Omit<StepCall, 'failure'> {
  readonly failure?: { readonly code: string; readonly detail: string };
}

export interface DeliveryView {
  readonly id: string;
  readonly receivedAt: string;
  readonly source: 'webhook' | 'sweep' | 'schedule' | 'manual' | 'api' | 'callback' | 'operator' | 'person' | 'replay';
  readonly endpointName?: string;
  readonly status: 'accepted' | 'admitted' | 'repeat' | 'ignored' | 'failed';
  readonly reason?: string;
  readonly runId?: string;
  readonly sameAs?: string;
  readonly replayOf?: string;
}
export interface DeliveryDetailView extends DeliveryView {
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: unknown;
  readonly sizeBytes: number;
}
/** Server-sent event on `/api/workspaces/:id/live`. */
export interface LiveEvent {
  readonly kind: 'run' | 'step' | 'document' | 'delivery' | 'scenario';
  readonly id: string;
  readonly runId?: string;
}
