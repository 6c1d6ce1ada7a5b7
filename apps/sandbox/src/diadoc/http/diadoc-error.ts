/**
 * Codes of the header X-Diadoc-ErrorCode. That the header exists is documented; its values are not (unverified), so
 * a client must not build on them.
 */
export const ERROR_CODES = {
  400: 'Request.Invalid',
  401: 'Auth.Unauthorized',
  402: 'Subscription.Expired',
  403: 'Access.Forbidden',
  404: 'Entity.NotFound',
  405: 'Method.NotAllowed',
  409: 'Request.Conflict',
  410: 'Method.Removed',
  413: 'Request.TooLarge',
  415: 'Content.TypeNotSupported',
  429: 'Request.TooMany',
  500: 'Server.Error',
  501: 'Method.NotPlayed',
  503: 'Server.Unavailable',
} as const;
export type ErrorStatus = keyof typeof ERROR_CODES;

/** Refusal of a call: status and the plain text of the body, as the operator words it for people. */
export class DiadocError extends Error {
  constructor(
    readonly status: ErrorStatus,
    message: string,
  ) {
    super(message);
    this.name = 'DiadocError';
  }
}
