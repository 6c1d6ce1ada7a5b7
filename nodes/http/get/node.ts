import { Type as t } from '@sinclair/typebox';
import { defineNode } from '@potok/node-sdk';
import { closed } from '../../src/schemas/said.js';
import { exchange } from '../exchange.js';
import { Answer, Headers, TimeoutSec, Url } from '../fields.js';

export const get = defineNode({
  id: 'http.get',
  version: 1,
  needs: ['http'],
  input: t.Object({ url: Url, headers: t.Optional(Headers), timeoutSec: t.Optional(TimeoutSec) }, closed),
  output: Answer,
  effect: 'reads',
  run: async ({ input, services, signal }) =>
    exchange(services.http, {
      method: 'GET',
      url: input.url,
      headers: input.headers ?? {},
      timeoutSec: input.timeoutSec,
      signal,
    }),
});
