import type { FastifyInstance, FastifyReply } from 'fastify';

import { html } from '../../page/html.js';
import { breakOff, invite } from '../docflow/relations.js';
import { findEntity } from '../docflow/tree.js';
import { textOf } from '../files/xml.js';
import { DiadocError } from '../http/diadoc-error.js';
import { ANSWER_KINDS, type RobotSetting } from '../state/state.js';
import type { World } from '../world.js';
import { answerDocument } from './answer.js';
import { answerRevocation } from './revocation.js';
import { robotOf, wakeRobots } from './robot.js';
import { failDelivery } from './undelivered.js';

type Form = Readonly<Record<string, unknown>>;
interface Place {
  Params: { messageId: string; entityId: string };
  Body: Form;
}
interface Box {
  Params: { boxId: string };
  Body: Form;
}

const text = (form: Form, name: string): string => {
  const value = form[name];
  return typeof value === 'string' ? value : '';
};

const back = (reply: FastifyReply): FastifyReply => reply.redirect('/?tab=diadoc', 303);

/** The buyer's side for tests and scripts, in JSON; under `/sandbox/diadoc`. */
export const registerBuyerApi = (app: FastifyInstance, world: World): void => {
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) =>
    reply.code(error instanceof DiadocError ? error.status : (error.statusCode ?? 500)).send({ error: error.message }),
  );
  app.post<Place>('/documents/:messageId/:entityId/answer', async (request, reply) => {
    await answer(world, request.params, request.body);
    return reply.code(204).send();
  });
  app.post<Place>('/documents/:messageId/:entityId/revocation', async (request, reply) => {
    await revocation(world, request.params, request.body);
    return reply.code(204).send();
  });
  app.post<Place>('/documents/:messageId/:entityId/undelivered', async (request, reply) => {
    await undelivered(world, request.params, request.body);
    return reply.code(204).send();
  });
  app.post<Box>('/robots/:boxId', async (request) => setRobot(world, request.params.boxId, request.body));
  app.post<Box>('/invitations/:boxId', async (request, reply) => {
    await answerInvitation(world, request.params.boxId, request.body);
    return reply.code(204).send();
  });
};

/** `/diadoc/page/…`: the same for the page's forms, and the files to look at. */
export const registerBuyerForms = (app: FastifyInstance, world: World): void => {
  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) =>
    reply
      .code(error instanceof DiadocError ? error.status : (error.statusCode ?? 500))
      .type('text/html; charset=utf-8')
      .send(renderProblem(error.message)),
  );
  app.post<Place>('/page/documents/:messageId/:entityId/answer', async (request, reply) => {
    await answer(world, request.params, formOf(request.body));
    return back(reply);
  });
  app.post<Place>('/page/documents/:messageId/:entityId/revocation', async (request, reply) => {
    await revocation(world, request.params, formOf(request.body));
    return back(reply);
  });
  app.post<Place>('/page/documents/:messageId/:entityId/undelivered', async (request, reply) => {
    await undelivered(world, request.params, formOf(request.body));
    return back(reply);
  });
  app.post<Box>('/page/robots/:boxId', async (request, reply) => {
    await setRobot(world, request.params.boxId, formOf(request.body));
    return back(reply);
  });
  app.post<Box>('/page/invitations/:boxId', async (request, reply) => {
    await answerInvitation(world, request.params.boxId, formOf(request.body));
    return back(reply);
  });
  app.get<Place>('/page/files/:messageId/:entityId', async (request, reply) => {
    const message = world.state.messages[request.params.messageId];
    const entity = message && findEntity(message, request.params.entityId);
    if (!entity) throw new DiadocError(404, 'Файл не найден');
    return reply.type('text/plain; charset=utf-8').send(textOf(await world.blobs.get(entity.sha256)));
  });
};

const renderProblem = (message: string): string =>
  html`<!doctype html>
    <html lang="ru">
      <meta charset="utf-8" /><title>Не вышло</title>
      <p>${message}.</p>
      <p><a href="/?tab=diadoc">К ящикам покупателей</a></p>
    </html>`.text;

/** The scope of the protocol takes every body as bytes. */
const formOf = (body: unknown): Form =>
  Buffer.isBuffer(body) ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : {};

const answer = async (world: World, place: Place['Params'], form: Form): Promise<void> => {
  const kind = ANSWER_KINDS.find((one) => one === text(form, 'kind'));
  if (!kind) throw new DiadocError(400, `kind: одно из ${ANSWER_KINDS.join(', ')}`);
  await answerDocument(world, { ...place, kind, reason: text(form, 'reason') });
};

const revocation = async (world: World, place: Place['Params'], form: Form): Promise<void> => {
  const kind = text(form, 'kind');
  if (kind !== 'accept' && kind !== 'reject') throw new DiadocError(400, 'kind: accept или reject');
  await answerRevocation(world, { ...place, kind, reason: text(form, 'reason') });
};

const undelivered = async (world: World, place: Place['Params'], form: Form): Promise<void> => {
  const reason = text(form, 'reason').trim();
  if (reason === '') throw new DiadocError(400, 'Нужна причина');
  await failDelivery(world, { ...place, reason });
};

const setRobot = async (world: World, boxId: string, form: Form): Promise<RobotSetting> => {
  world.getOrganization(boxId);
  const setting = mended(robotOf(world, boxId), form);
  await world.change(async () => {
    world.state.robots[boxId] = setting;
  });
  wakeRobots(world);
  return setting;
};

const mended = (known: RobotSetting, form: Form): RobotSetting => {
  const mode = (['off', ...ANSWER_KINDS] as const).find((one) => one === text(form, 'mode')) ?? known.mode;
  const delay = Number(form['delayMs'] ?? known.delayMs);
  const reason = text(form, 'reason').trim();
  const flag = (name: 'sendsReceipts' | 'asksReceipt'): boolean =>
    typeof form[name] === 'boolean' ? form[name] : known[name];
  return {
    mode,
    delayMs: Number.isInteger(delay) && delay >= 0 ? delay : known.delayMs,
    reason: reason === '' ? known.reason : reason,
    sendsReceipts: flag('sendsReceipts'),
    asksReceipt: flag('asksReceipt'),
  };
};

/** The buyer's answer to the invitation that waits, whoever sent it. */
const answerInvitation = async (world: World, boxId: string, form: Form): Promise<void> => {
  const by = world.getOrganization(boxId);
  const relation = world.state.relations.find((one) => one.of === boxId && one.status === 'InvitesMe');
  if (!relation) throw new DiadocError(409, 'Приглашения нет');
  const other = world.getOrganization(relation.to);
  await world.change(async () => (text(form, 'kind') === 'reject' ? breakOff : invite)(world, { by, other }));
};
