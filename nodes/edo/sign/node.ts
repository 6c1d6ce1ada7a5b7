import { Type as t, type Static } from '@sinclair/typebox';
import { NodeFault, type Services, type SignerProfile } from '@potok/contracts';
import { defineWait, type WaitAnswer, type WaitNews } from '@potok/node-sdk';
import { closed, said } from '../../src/schemas/said.js';
import { decisionOf } from './decision.js';

const DAY_MS = 86_400_000;
const Output = t.Object(
  {
    documentId: t.String(said('Документ', 'Документ в Потоке')),
    at: t.String({ format: 'date-time', ...said('Когда', 'Когда подписан, отклонён или вышел срок') }),
    signer: t.Optional(t.String(said('Подписант', 'Кто подписал'))),
    isTest: t.Optional(t.Boolean(said('Тестовая подпись', 'Подписано тестовым ключом, без юридической силы'))),
    reason: t.Optional(t.String(said('Причина', 'Почему отказались подписать'))),
  },
  closed,
);
type Answer = WaitAnswer<Static<typeof Output>>;

export const sign = defineWait({
  id: 'edo.sign',
  version: 1,
  needs: ['documents', 'signer', 'blobs'],
  input: t.Object(
    {
      documentId: t.String({
        format: 'uuid',
        ...said('Документ', 'Документ, который надо подписать', { widget: 'value' }),
      }),
      certificateId: t.Optional(
        t.String({
          format: 'uuid',
          ...said('Сертификат', 'Чьей подписью; пусто — любой подписант организации', {
            widget: 'list',
            list: 'certificates',
          }),
        }),
      ),
      deadlineDays: t.Optional(
        t.Number({
          minimum: 0.01,
          maximum: 3650,
          ...said('Ждать дней', 'Сколько дней ждать подписи; пусто — без срока'),
        }),
      ),
    },
    closed,
  ),
  output: Output,
  ports: ['signed', 'refused', 'deadline'],
  event: 'signature',
  async open({ input, services, now }) {
    const { documentId, certificateId, deadlineDays } = input;
    const signer = await signNow(services, documentId, certificateId);
    const deadline = deadlineDays === undefined ? {} : { deadline: new Date(now.getTime() + deadlineDays * DAY_MS) };
    const opened = { key: documentId, ...deadline, facts: { documentId } };
    return signer === undefined ? opened : { ...opened, answer: signedAt(documentId, now.toISOString(), signer) };
  },
  async take({ input: { documentId }, services }, news: WaitNews) {
    if (news.kind === 'deadline') return { port: 'deadline', output: { documentId, at: news.at } };
    const decision = decisionOf(news.body);
    if (decision === undefined) return undefined;
    if (decision.kind === 'refused')
      return { port: 'refused', output: { documentId, at: news.at, reason: decision.reason } };
    if (news.file === undefined) throw new NodeFault('invalid', 'SIGNATURE_MISSING', { facts: { documentId } });
    await services.documents.addSignature(documentId, 'seller', await services.blobs.read(news.file.sha256));
    return { port: 'signed', output: { documentId, at: news.at, ...decision.by } };
  },
});

/** Signs with a key that the worker holds; `undefined` when a person is needed. What is signed already is left alone. */
const signNow = async (
  { documents, signer }: Pick<Services, 'documents' | 'signer'>,
  documentId: string,
  certificateId: string | undefined,
): Promise<SignerProfile | 'signed before' | undefined> => {
  const { bytes, signature } = await documents.readTitle(documentId, 'seller');
  if (signature !== undefined) return 'signed before';
  const { organizationId } = await documents.get(documentId);
  const made = await signer.sign({ organizationId, bytes, ...(certificateId === undefined ? {} : { certificateId }) });
  if (made === undefined) return undefined;
  await documents.addSignature(documentId, 'seller', made.signature);
  return made.signer;
};

const signedAt = (documentId: string, at: string, signer: SignerProfile | 'signed before'): Answer => {
  const by = signer === 'signed before' ? {} : { signer: nameOf(signer), isTest: signer.isTest };
  return { port: 'signed', output: { documentId, at, ...by } };
};

const nameOf = ({ person, position }: SignerProfile): string => {
  const name = [person.lastName, person.firstName, person.middleName].filter((part) => part !== undefined).join(' ');
  return position === undefined ? name : `${name}, ${position}`;
};
