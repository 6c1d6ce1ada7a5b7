import type {
  CallOptions,
  KeyedCall,
  OperatorBox,
  OperatorCounterparty,
  OperatorGateway,
  SendOrder,
  SentDocument,
  ServiceSigner,
  SignedFile,
} from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { DiadocCaller } from './call.js';
import { readEvents, type EventOrder } from './events.js';
import { fileNameOf } from './file-name.js';
import { SYSTEM } from './map.js';
import { customIdOf, findSent, listOutgoing, type OutgoingOrder } from './outgoing.js';
import { boxesOf, relationOf } from './parties.js';
import type { SessionOptions } from './session.js';
import { signerContent } from './signer-content.js';
import { instantOfTicks } from './ticks.js';
import { titleNames } from './titles.js';
import { ENTITY } from './wire/codes.js';
import { encode } from './wire/codec.js';
import type { Counteragent, Message } from './wire/shapes.js';

interface EntityPlace {
  readonly boxId: string;
  readonly messageId: string;
  readonly entityId: string;
}

/** Контур.Диадок as an operator: https://developer.kontur.ru/doc/diadoc-api. */
export class DiadocClient implements OperatorGateway {
  private readonly caller: DiadocCaller;

  constructor(options: SessionOptions) {
    this.caller = new DiadocCaller(options);
  }

  async listBoxes({ signal }: CallOptions): Promise<readonly OperatorBox[]> {
    const list = await this.caller.ask('OrganizationList', {
      method: 'GET',
      path: '/GetMyOrganizations',
      query: { autoRegister: 'false' },
      signal,
    });
    return list.Organizations.flatMap(boxesOf);
  }

  async findCounterparties(
    by: { readonly boxId: string; readonly inn: string; readonly kpp?: string },
    { signal }: CallOptions,
  ): Promise<readonly OperatorCounterparty[]> {
    const query = { inn: by.inn, kpp: by.kpp };
    const list = await this.caller.find('OrganizationList', {
      method: 'GET',
      path: '/GetOrganizationsByInnKpp',
      query,
      signal,
    });
    const found: OperatorCounterparty[] = [];
    for (const organization of list?.Organizations ?? []) {
      for (const box of boxesOf(organization)) {
        const counteragent = await this.findCounteragent(by.boxId, box.boxId, signal);
        const relation = relationOf(counteragent?.CurrentStatus);
        found.push({ ...box, relation, isRoaming: organization.IsRoaming === true });
      }
    }
    return found.filter((one) => by.kpp === undefined || one.kpp === by.kpp);
  }

  async send(order: SendOrder, { key, signal }: KeyedCall): Promise<SentDocument> {
    const names = titleNames(order);
    await this.mustBePartner(order, signal);
    const body = encode('MessageToPost', {
      FromBoxId: order.boxId,
      ToBoxId: order.toBoxId,
      DocumentAttachments: [
        {
          SignedContent: { Content: order.title.bytes, Signature: order.title.signature },
          ...(order.comment === undefined ? {} : { Comment: order.comment }),
          ...(order.documentId === undefined ? {} : { CustomDocumentId: customIdOf(order.documentId) }),
          ...names,
          Function: order.documentFunction,
        },
      ],
    });
    const query = { operationId: key };
    const message = await this.caller.ask('Message', { method: 'POST', path: '/V3/PostMessage', query, body, signal });
    return {
      boxId: order.boxId,
      messageId: message.MessageId,
      entityId: documentEntity(message),
      sentAt: instantOfTicks(message.TimestampTicks),
    };
  }

  listEvents(order: EventOrder, { signal }: CallOptions): ReturnType<OperatorGateway['listEvents']> {
    return readEvents(this.caller, order, signal);
  }

  listOutgoing(order: OutgoingOrder, { signal }: CallOptions): ReturnType<typeof listOutgoing> {
    return listOutgoing(this.caller, order, signal);
  }

  findSent(at: EntityPlace, { signal }: CallOptions): ReturnType<typeof findSent> {
    return findSent(this.caller, at, signal);
  }

  async readEntity(at: EntityPlace, { signal }: CallOptions): ReturnType<OperatorGateway['readEntity']> {
    const { boxId, messageId, entityId } = at;
    const query = { boxId, messageId, entityId };
    const file = await this.caller.read({ method: 'GET', path: '/V4/GetEntityContent', query, signal });
    const message = await this.caller.ask('Message', {
      method: 'GET',
      path: '/V6/GetMessage',
      query: { boxId, messageId, injectEntityContent: 'false' },
      signal,
    });
    const entity = message.Entities.find((one) => one.EntityId === entityId);
    const signature = message.Entities.find(
      (one) => one.EntityType === ENTITY.signature && one.ParentEntityId === entityId,
    );
    const signatureFile =
      signature === undefined
        ? undefined
        : await this.caller.read({
            method: 'GET',
            path: '/V4/GetEntityContent',
            query: { boxId, messageId, entityId: signature.EntityId },
            signal,
          });
    return {
      fileName: entity?.FileName ?? entityId,
      bytes: file.body,
      ...(signatureFile === undefined ? {} : { signature: signatureFile.body }),
    };
  }

  async makeReceipt(
    at: EntityPlace & { readonly signer: ServiceSigner },
    { signal }: CallOptions,
  ): ReturnType<OperatorGateway['makeReceipt']> {
    const answer = await this.caller.read({
      method: 'POST',
      path: '/V2/GenerateReceiptXml',
      query: { boxId: at.boxId },
      body: encode('ReceiptGenerationRequestV2', {
        MessageId: at.messageId,
        AttachmentId: at.entityId,
        SignerContent: signerContent(at.signer),
      }),
      signal,
    });
    return { fileName: fileNameOf(answer) ?? `DP_IZVPOL_${at.entityId}.xml`, bytes: answer.body };
  }

  async sendReceipt(order: EntityPlace & { readonly file: SignedFile }, { key, signal }: KeyedCall): Promise<void> {
    const { bytes, signature } = order.file;
    await this.caller.read({
      method: 'POST',
      path: '/V4/PostMessagePatch',
      query: { operationId: key },
      body: encode('MessagePatchToPostV2', {
        BoxId: order.boxId,
        MessageId: order.messageId,
        Receipts: [{ ParentEntityId: order.entityId, SignedContent: { Content: bytes, Signature: signature } }],
      }),
      signal,
    });
  }

  private findCounteragent(
    myBoxId: string,
    counteragentBoxId: string,
    signal: AbortSignal,
  ): Promise<Counteragent | undefined> {
    const query = { myBoxId, counteragentBoxId };
    return this.caller.find('Counteragent', { method: 'GET', path: '/V3/GetCounteragent', query, signal });
  }

  private async mustBePartner(order: SendOrder, signal: AbortSignal): Promise<void> {
    const found = await this.findCounteragent(order.boxId, order.toBoxId, signal);
    if (found === undefined)
      throw new NodeFault('refused', 'COUNTERPARTY_UNKNOWN', { facts: { system: SYSTEM, boxId: order.toBoxId } });
    const relation = relationOf(found.CurrentStatus);
    if (relation === 'partner') return;
    const { Inn: inn, FullName, ShortName, IsRoaming } = found.Organization;
    throw new NodeFault('refused', IsRoaming === true ? 'COUNTERPARTY_ROAMING' : 'COUNTERPARTY_NOT_PARTNER', {
      facts: { system: SYSTEM, boxId: order.toBoxId, inn, name: ShortName ?? FullName, relation },
    });
  }
}

const documentEntity = (message: Message): string => {
  const found = message.Entities.find(
    (entity) => entity.EntityType === ENTITY.attachment && (entity.ParentEntityId ?? '') === '',
  );
  if (found === undefined)
    throw new NodeFault('unavailable', 'UNEXPECTED_ANSWER', { facts: { system: SYSTEM, method: '/V3/PostMessage' } });
  return found.EntityId;
};
