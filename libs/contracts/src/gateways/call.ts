declare global {
  /** The web standard's type; declared here because this library is compiled without any host's types. Merges with the host's own. */
  interface AbortSignal {
    readonly aborted: boolean;
  }
}

/** What every reading call of a gateway is given. */
export interface CallOptions {
  readonly signal: AbortSignal;
}
/** What every changing call is given: the same key twice must act once. */
export interface KeyedCall extends CallOptions {
  readonly key: string;
}
