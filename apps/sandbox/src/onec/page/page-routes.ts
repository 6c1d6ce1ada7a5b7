import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { OneCRoom } from '../base/one-c-room.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the page's form does, `/onec/page/…`. Nothing of it is part of the protocol. */
export const registerPage = (app: FastifyInstance, room: OneCRoom): void => {
  app.post('/page/closed-period', async (request, reply) =>
    (await closePeriod(room, request)) ? reply.redirect('/?tab=onec', 303) : refuse(reply),
  );
};

/** The same for tests and scripts, `/sandbox/onec/…`. */
export const registerApi = (app: FastifyInstance, room: OneCRoom): void => {
  app.post('/closed-period', async (request, reply) =>
    (await closePeriod(room, request)) ? reply.send({ closedThrough: room.base.closedThrough }) : refuse(reply),
  );
};

const refuse = (reply: FastifyReply): FastifyReply =>
  reply.code(400).send({ error: 'Дата запрета: год-месяц-день, например 2026-09-30.' });

const closePeriod = async (room: OneCRoom, request: FastifyRequest): Promise<boolean> => {
  const day = dayOf(request);
  if (day === undefined) return false;
  room.base.closedThrough = `${day}T23:59:59`;
  await room.save();
  return true;
};

const dayOf = ({ body }: FastifyRequest): string | undefined => {
  const day = typeof body === 'object' && body !== null && 'day' in body ? body.day : undefined;
  return typeof day === 'string' && DAY.test(day) ? day : undefined;
};
