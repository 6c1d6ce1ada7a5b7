export const REQUEST_KINDS = ['run-command', 'connection-check', 'connection-list', 'connection-describe'] as const;
/** What the API may ask of the worker. */
export type RequestKind = (typeof REQUEST_KINDS)[number];
