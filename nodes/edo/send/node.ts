import { Type as t } from '@sinclair/typebox';
import { NodeFault, type OrganizationProfile } from '@potok/contracts';
import { defineNode } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';

/** The edition that `edo.build-upd` writes. */
const UPD_FORMAT = '5.03';
const box = (title: string, description: string) =>
  t.String({ minLength: 1, maxLength: 200, ...said(title, description, { widget: 'value' }) });

export const send = defineNode({
  id: 'edo.send',
  version: 1,
  gateway: 'operator',
  needs: ['documents'],
  input: t.Object(
    {
      documentId: t.String({ format: 'uuid', ...said('Документ', 'Подписанный документ', { widget: 'value' }) }),
      boxId: box('Наш ящик', 'Ящик организации у оператора'),
      toBoxId: box('Ящик покупателя', 'Ящик получателя у оператора'),
      comment: t.Optional(
        t.String({
          maxLength: 1000,
          ...said('Комментарий', 'Слова к документу для получателя', { widget: 'multiline' }),
        }),
      ),
    },
    closed,
  ),
  output: t.Object(
    {
      documentId: t.String(said('Документ', 'Документ в Потоке')),
      boxId: t.String(said('Наш ящик', 'Откуда отправлен')),
      messageId: t.String(said('Сообщение', 'Номер сообщения у оператора')),
      entityId: t.String(said('Файл', 'Номер титула продавца у оператора')),
      sentAt: t.String({ format: 'date-time', ...said('Когда', 'Когда оператор принял документ') }),
    },
    closed,
  ),
  effect: 'legal',
  sameAs: (input) => input.documentId,
  async run({ input, client, services, key, signal, log }) {
    const { documentId, boxId, toBoxId, comment } = input;
    const record = await services.documents.get(documentId);
    const system = systemOf(await services.documents.organization(record.organizationId), boxId);
    const { title, bytes, signature } = await services.documents.readTitle(documentId, 'seller');
    if (signature === undefined)
      throw new NodeFault('invalid', 'DOCUMENT_NOT_SIGNED', { facts: { number: record.number } });
    const sent = await client.send(
      {
        boxId,
        toBoxId,
        kind: record.kind,
        documentFunction: record.documentFunction,
        formatVersion: UPD_FORMAT,
        isRevision: record.revision > 0,
        number: record.number,
        date: record.date,
        title: { fileName: title.fileName, bytes, signature },
        documentId,
        ...(comment === undefined ? {} : { comment }),
      },
      { key, signal },
    );
    log('edo.sent', { documentId, messageId: sent.messageId });
    await services.documents.recordSent(documentId, { ...sent, system });
    return { documentId, boxId, messageId: sent.messageId, entityId: sent.entityId, sentAt: sent.sentAt };
  },
});

const systemOf = ({ name, boxes }: OrganizationProfile, boxId: string): string => {
  const own = boxes.find((one) => one.boxId === boxId);
  if (own === undefined) throw new NodeFault('invalid', 'BOX_NOT_OURS', { facts: { boxId, name } });
  return own.system;
};
