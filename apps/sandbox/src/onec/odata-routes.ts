import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { onecAccount } from '../demo.js';
import type { OneCRoom } from './base/one-c-room.js';
import { readOptions } from './query/options.js';
import { readResource } from './read-resource.js';
import { type Format, readFormat } from './wire/format.js';
import { ODataError } from './wire/odata-error.js';
import { parsePath } from './wire/resource-path.js';
import { type Outcome, sendError, sendOutcome } from './wire/send.js';
import { writeResource } from './write-resource.js';

const ENTRY = '/odata/standard.odata';

/** The standard interface under `/{base}/odata/standard.odata/`. */
export const registerOData = (app: FastifyInstance, room: OneCRoom): void => {
  const handler = (request: FastifyRequest, reply: FastifyReply) => answer(room, request, reply);
  for (const url of [`/:base${ENTRY}`, `/:base${ENTRY}/*`])
    app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url, handler });
};

const answer = async (room: OneCRoom, request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  if (!isOurUser(request.headers.authorization))
    return reply.code(401).header('WWW-Authenticate', 'Basic realm="1C:Enterprise 8.3"').send();
  const address = readAddress(request);
  let format: Format = 'atom';
  try {
    format = formatOf(request, address.query);
    const place = { root: `${room.tools.publicUrl}${encodeURI(address.root)}/`, format };
    return await sendOutcome(reply, place, await serve(room, request, { ...address, ...place }));
  } catch (error) {
    if (!(error instanceof ODataError)) throw error;
    return await sendError(reply, format, error);
  }
};

const formatOf = (request: FastifyRequest, query: string): Format => {
  const asked = new URLSearchParams(query.replaceAll('+', '%2B')).get('$format') ?? undefined;
  return readFormat(asked, request.headers.accept);
};

interface Address {
  /** `/onec/demo/odata/standard.odata`. */
  readonly root: string;
  readonly path: string;
  readonly query: string;
}

const serve = async (
  room: OneCRoom,
  request: FastifyRequest,
  { root, path, query, format }: Address & { readonly format: Format },
): Promise<Outcome> => {
  const { base } = request.params as { base: string };
  if (base.toLowerCase() !== onecAccount.base) throw new ODataError(6, `Информационная база "${base}" не найдена`, 404);
  const steps = parsePath(path);
  const options = readOptions(query);
  if (request.method === 'GET') return readResource(room, { steps, options, root, wantsJson: format !== 'atom' });
  return writeResource(room, {
    method: request.method,
    steps,
    options,
    body: request.body,
    ifMatch: request.headers['if-match'],
    isLoad: request.headers['1c_odata-dataloadmode'] === 'true',
  });
};

const readAddress = (request: FastifyRequest): Address => {
  const [rawPath = '', ...rest] = (request.raw.url ?? '').split('?');
  const path = rawPath.replaceAll(/\/{2,}/g, '/');
  const at = path.toLowerCase().indexOf(ENTRY) + ENTRY.length;
  return { root: decodeURI(path.slice(0, at)), path: decodeURIComponent(path.slice(at)), query: rest.join('?') };
};

const isOurUser = (authorization: string | undefined): boolean => {
  const given = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (given === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const wanted = `${onecAccount.user}:${onecAccount.password}`;
  return timingSafeEqual(digest(Buffer.from(given, 'base64').toString('utf8')), digest(wanted));
};
