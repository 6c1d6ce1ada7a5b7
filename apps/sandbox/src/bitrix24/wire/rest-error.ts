/** An error as Битрикс24 words it; `code` may be empty, as it is for most errors of the older CRM methods. */
export class RestError extends Error {
  constructor(
    readonly code: string,
    readonly description: string,
    readonly status = 400,
  ) {
    super(`${code} ${description}`);
  }

  static readonly noAuth = () => new RestError('NO_AUTH_FOUND', 'Wrong authorization data', 401);
  static readonly expiredToken = () => new RestError('expired_token', 'The access token provided has expired.', 401);
  static readonly badCredentials = () => new RestError('INVALID_CREDENTIALS', 'Invalid request credentials', 403);
  static readonly noApplication = () =>
    new RestError('WRONG_AUTH_TYPE', 'Current authorization type is denied for this method', 403);
  static readonly noScope = () =>
    new RestError(
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token',
      403,
    );
  static readonly noMethod = () => new RestError('ERROR_METHOD_NOT_FOUND', 'Method not found!', 404);
  static readonly tooOften = () => new RestError('QUERY_LIMIT_EXCEEDED', 'Too many requests', 503);
  static readonly notFound = () => new RestError('', 'Not found');
  static readonly wrong = (description: string) => new RestError('', description);
}
