import type { JsonSchema } from '../json.js';
import type { Effect } from '../names.js';
import type { GatewayName } from '../scenario.js';

/** Proof that a webhook's caller is who it says; checked by the API before anything is stored. */
export type Proof =
  | { readonly kind: 'none' }
  | { readonly kind: 'bitrix24-application-token' }
  | { readonly kind: 'hmac-sha256'; readonly header: string }
  | { readonly kind: 'token'; readonly header: string }
  | { readonly kind: 'basic' };

export type TriggerKind = 'webhook' | 'crm' | 'schedule' | 'manual' | 'api';

interface Described {
  readonly id: string;
  readonly version: number;
  readonly family: string;
  readonly title: { readonly ru: string; readonly en: string };
  readonly summary: { readonly ru: string; readonly en: string };
  readonly synonyms: readonly string[];
  /** Sentences of the codes that the node throws or ignores with; `{fact}` places are filled by `fillSentence`. */
  readonly sentences?: Readonly<Record<string, { readonly ru: string; readonly en: string }>>;
  /** SVG source, under 4 KB. */
  readonly icon: string;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  readonly ports: readonly string[];
  readonly gateway?: GatewayName | 'http';
  readonly examples: readonly {
    readonly title: string;
    readonly input: unknown;
    readonly output?: unknown;
    readonly fault?: string;
  }[];
}

export interface NodeManifest extends Described {
  readonly kind: 'node';
  readonly effect: Effect;
  readonly whyFinal?: string;
  readonly isUndoable: boolean;
}
export interface WaitManifest extends Described {
  readonly kind: 'wait';
  readonly effect: Effect;
  /** What an earlier step may refer to once the wait is open, e.g. `url`; absent when nothing. */
  readonly offers?: JsonSchema;
}
export interface TriggerManifest extends Described {
  readonly kind: 'trigger';
  readonly trigger: TriggerKind;
  /** `chosen`: the author picks one of the proofs in the node's params (`proof`). */
  readonly proof: Proof | 'chosen';
  /** JSON pointer of the repeat key in the body; absent where the caller's header or the row's own key serves. */
  readonly sameAs?: string;
  readonly body?: JsonSchema;
}
export interface FlowManifest extends Described {
  readonly kind: 'flow';
}
export type AnyManifest = NodeManifest | WaitManifest | TriggerManifest | FlowManifest;

/** nodes/connections.json: what api and web know of connectors. Schemas are drawn as forms; `secrets` are never answered. */
export interface ConnectionManifest {
  /** The connector's id: `diadoc`. */
  readonly id: string;
  readonly title: { readonly ru: string; readonly en: string };
  readonly implements: readonly (GatewayName | 'http')[];
  readonly settings: JsonSchema;
  readonly secrets: JsonSchema;
  readonly limitPerSecond: number;
  readonly lists: readonly string[];
  /** Sentences of the codes that it throws, with `{fact}` places. */
  readonly sentences: Readonly<Record<string, { readonly ru: string; readonly en: string }>>;
}

/** nodes/manifest.json: all that api, web and cli ever know of nodes. */
export interface Manifest {
  readonly nodes: readonly AnyManifest[];
  /** Added by the API from nodes/connections.json. */
  readonly connections?: readonly ConnectionManifest[];
}
