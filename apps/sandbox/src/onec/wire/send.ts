import type { FastifyReply } from 'fastify';

import type { EntitySet } from '../model/entity-set.js';
import type { Projected } from '../query/project.js';
import { atomEntity, atomError, atomFeed } from './atom-answer.js';
import { type Format, jsonType } from './format.js';
import { jsonEntity, type JsonList, jsonList, type Place } from './json-answer.js';
import type { ODataError } from './odata-error.js';

/** What a request ends with, before it is put into words. */
export type Outcome =
  | { readonly kind: 'entity'; readonly set: EntitySet; readonly projected: Projected; readonly created?: true }
  | { readonly kind: 'list'; readonly set: EntitySet; readonly list: JsonList }
  | { readonly kind: 'value'; readonly set: EntitySet; readonly name: string; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'done' }
  | { readonly kind: 'gone' };

const ATOM_ENTRY = 'application/atom+xml;type=entry;charset=utf-8';
const ATOM_FEED = 'application/atom+xml;type=feed;charset=utf-8';
const XML = 'application/xml;charset=utf-8';

export const sendOutcome = (reply: FastifyReply, place: Place, outcome: Outcome): FastifyReply => {
  void reply.header('DataServiceVersion', '3.0');
  switch (outcome.kind) {
    case 'entity':
      return sendEntity(reply, place, outcome);
    case 'list':
      return sendList(reply, place, outcome);
    case 'value':
      return sendJson(reply, 'json-minimal', {
        'odata.metadata': `${place.root}$metadata#${outcome.set.name}/${outcome.name}`,
        value: outcome.value,
      });
    case 'text':
      return reply.type('text/plain;charset=utf-8').send(outcome.text);
    case 'xml':
      return reply.type(XML).send(outcome.text);
    case 'json':
      return sendJson(reply, 'json-minimal', outcome.body);
    case 'done':
      return reply.code(200).send();
    case 'gone':
      return reply.code(204).send();
  }
};

const sendList = (reply: FastifyReply, { root, format }: Place, { set, list }: Extract<Outcome, { kind: 'list' }>) =>
  format === 'atom'
    ? reply.type(ATOM_FEED).send(atomFeed(root, set, list))
    : sendJson(reply, format, jsonList({ root, format }, set, list));

const sendEntity = (reply: FastifyReply, place: Place, outcome: Extract<Outcome, { kind: 'entity' }>): FastifyReply => {
  const { set, projected, created } = outcome;
  const key = projected.Ref_Key;
  if (created) void reply.code(201);
  if (created && typeof key === 'string')
    void reply.header('Location', encodeURI(`${place.root}${set.name}(guid'${key}')`));
  return place.format === 'atom'
    ? reply.type(ATOM_ENTRY).send(atomEntity(place.root, set, projected))
    : sendJson(reply, place.format, jsonEntity(place, set, projected));
};

const sendJson = (reply: FastifyReply, format: Format, body: unknown): FastifyReply =>
  reply.type(jsonType(format)).send(JSON.stringify(body));

/** An error in the format that was asked for. */
export const sendError = (reply: FastifyReply, format: Format, error: ODataError): FastifyReply => {
  void reply.code(error.status).header('DataServiceVersion', '3.0');
  if (format === 'atom') return reply.type(XML).send(atomError(error.code, error.sentence));
  return sendJson(reply, 'json-minimal', errorBody(error));
};

export const errorBody = ({ code, sentence }: Pick<ODataError, 'code' | 'sentence'>) => ({
  'odata.error': { code: String(code), message: { lang: 'ru', value: sentence } },
});
