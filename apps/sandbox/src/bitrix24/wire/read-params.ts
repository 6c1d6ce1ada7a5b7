import type { FastifyRequest } from 'fastify';

import { isMap, type Params } from './params.js';
import { parsePhpQuery } from './php-query.js';

/** Query and body of a request as one set of parameters; the body wins. */
export const readParams = (request: FastifyRequest): Params => {
  const url = request.raw.url ?? '';
  const at = url.indexOf('?');
  const query = at < 0 ? {} : parsePhpQuery(url.slice(at + 1));
  return { ...query, ...(isMap(request.body) ? request.body : {}) };
};
