import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { OneCRoom } from '../base/one-c-room.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the page's form does; a script gets JSON for JSON. Nothing of it is part of the protocol. */
export const registerPage = (app: FastifyInstance, room: OneCRoom): void => {
  app.post('/page/closed-period', async (request, reply) => {
    const day = dayOf(request);
    if (day === undefined) return reply.code(400).send({ error: 'Дата запрета: год-месяц-день, например 2026-09-30.' });
    room.base.closedThrough = `${day}T23:59:59`;
    await room.save();
    return (request.headers['content-type'] ?? '').includes('json')
      ? reply.send({ closedThrough: room.base.closedThrough })
      : reply.redirect('/?tab=onec', 303);
  });
};

const dayOf = ({ body }: FastifyRequest): string | undefined => {
  const day = typeof body === 'object' && body !== null && 'day' in body ? body.day : undefined;
  return typeof day === 'string' && DAY.test(day) ? day : undefined;
};
