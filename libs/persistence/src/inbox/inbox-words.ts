export type InboxSource =
  'webhook' | 'sweep' | 'schedule' | 'manual' | 'api' | 'callback' | 'operator' | 'person' | 'replay';
/** `new`: the worker has not looked at it; `kept`: nothing waits for it yet. */
export type InboxStatus = 'new' | 'admitted' | 'repeat' | 'ignored' | 'failed' | 'kept';
/** Why it was ignored or failed: the sentence is found by the code. */
export interface InboxReason {
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}
