import type { FaultKind } from './names.js';

/** Facts of a fault for texts and screens: plain JSON, never a secret, never a document's body. */
export type FaultFacts = Readonly<Record<string, unknown>>;

export interface NodeFaultOptions {
  readonly facts?: FaultFacts;
  /** When the other side said how long to wait (`Retry-After`). */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/**
 * The one error that a node or a connector throws on purpose. `kind` decides what the engine does, `code` finds the
 * sentence in `texts.ru.ts` / `texts.en.ts`, `facts` fill it. Anything else that is thrown counts as `broken`.
 */
export class NodeFault extends Error {
  readonly facts: FaultFacts;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly kind: FaultKind,
    readonly code: string,
    options: NodeFaultOptions = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'NodeFault';
    this.facts = options.facts ?? {};
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** A fault as it is stored and sent: code and facts, never the sentence. */
export interface Fault {
  readonly kind: FaultKind;
  readonly code: string;
  readonly facts: FaultFacts;
  readonly retryAfterMs?: number;
  /** The technical text, for «Подробнее»; redacted. */
  readonly technical?: string;
}

/** Recognises a NodeFault by its shape, so that two copies of this module in one process do not disagree. */
export const isNodeFault = (error: unknown): error is NodeFault =>
  error instanceof NodeFault ||
  (typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'NodeFault');

/** Every thrown value as a stored fault; what is no NodeFault is our bug. */
export const asFault = (error: unknown): Fault => {
  if (isNodeFault(error)) {
    return {
      kind: error.kind,
      code: error.code,
      facts: error.facts,
      ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      ...(error.cause === undefined ? {} : { technical: technicalOf(error.cause) }),
    };
  }
  return { kind: 'broken', code: 'NODE_BROKEN', facts: {}, technical: technicalOf(error) };
};

const technicalOf = (error: unknown): string => {
  const text =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
  return text.slice(0, 2000);
};
