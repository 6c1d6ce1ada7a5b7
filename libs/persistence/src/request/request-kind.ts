export const REQUEST_KINDS = [
  'run-command',
  'check-connection',
  'connection-list',
  'describe-connection',
  'refresh-connection',
  'import-certificate',
  'try-draft',
  'read-delivery',
] as const;
/** What the API may ask of the worker. */
export type RequestKind = (typeof REQUEST_KINDS)[number];
