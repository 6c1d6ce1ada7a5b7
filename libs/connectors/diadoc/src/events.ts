import type { Instant, OperatorEvent, OperatorGateway } from '@potok/contracts';
import { isSameBox } from './box-id.js';
import type { DiadocCaller } from './call.js';
import { asOperatorEvents, type News } from './map.js';
import { isBuyerTitle } from './message-tree.js';
import { ATTACHMENT } from './wire/codes.js';
import type { BoxEvent, Entity, Message } from './wire/shapes.js';
import { ticksOfInstant } from './ticks.js';
import { readXmlFacts, type XmlFacts } from './xml-facts.js';

export interface EventOrder {
  readonly boxId: string;
  readonly cursor?: string;
  readonly since?: Instant;
  readonly limit: number;
}
type EventPage = Awaited<ReturnType<OperatorGateway['listEvents']>>;

const LARGEST_PAGE = 100;
// An empty list ends the reading of the caller, so pages that hold nothing of ours are read over here.
const MOST_PAGES = 20;

/**
 * Reads on from the cursor (IndexKey) to the first page that says something of the messages that we sent. Every message
 * that has news is read once as it stands now, and with it the files that name an answer: buyer's title and notices.
 */
export const readEvents = async (caller: DiadocCaller, order: EventOrder, signal: AbortSignal): Promise<EventPage> => {
  let cursor = order.cursor;
  const timestampFromTicks = order.since === undefined ? undefined : ticksOfInstant(order.since);
  for (let page = 1; ; page += 1) {
    const limit = Math.min(Math.max(order.limit, 1), LARGEST_PAGE);
    const list = await caller.ask('BoxEventList', {
      method: 'GET',
      path: '/V8/GetNewEvents',
      query: { boxId: order.boxId, afterIndexKey: cursor, timestampFromTicks, limit: String(limit) },
      signal,
    });
    cursor = list.Events.at(-1)?.IndexKey ?? cursor;
    const hasMore = list.Events.length >= limit;
    const events = await new PageReader(caller, order.boxId, signal).read(list.Events);
    if (events.length > 0 || !hasMore || page >= MOST_PAGES)
      return { events, hasMore, ...(cursor === undefined ? {} : { cursor }) };
  }
};

class PageReader {
  private readonly messages = new Map<string, Message | undefined>();

  constructor(
    private readonly caller: DiadocCaller,
    private readonly boxId: string,
    private readonly signal: AbortSignal,
  ) {}

  async read(boxEvents: readonly BoxEvent[]): Promise<readonly OperatorEvent[]> {
    const events: OperatorEvent[] = [];
    for (const boxEvent of boxEvents) {
      const news = await this.newsOf(boxEvent);
      if (news !== undefined) events.push(...asOperatorEvents(news));
    }
    return events;
  }

  private async newsOf(boxEvent: BoxEvent): Promise<News | undefined> {
    const said = boxEvent.Message ?? boxEvent.Patch;
    if (said === undefined || isDraft(boxEvent)) return undefined;
    const message = await this.messageOf(said.MessageId);
    if (message === undefined || !isSameBox(message.FromBoxId, this.boxId)) return undefined;
    return {
      boxId: this.boxId,
      id: boxEvent.EventId,
      ticks: said.TimestampTicks,
      entities: said.Entities,
      isDelivered: boxEvent.Patch?.MessageIsDelivered === true,
      message,
      facts: await this.factsOf(said.MessageId, said.Entities),
    };
  }

  // A message that was deleted since its event says nothing more.
  private async messageOf(messageId: string): Promise<Message | undefined> {
    if (!this.messages.has(messageId)) {
      const query = { boxId: this.boxId, messageId, injectEntityContent: 'false' };
      const call = { method: 'GET', path: '/V6/GetMessage', query, signal: this.signal } as const;
      this.messages.set(messageId, await this.caller.find('Message', call));
    }
    return this.messages.get(messageId);
  }

  private async factsOf(messageId: string, entities: readonly Entity[]): Promise<ReadonlyMap<string, XmlFacts>> {
    const facts = new Map<string, XmlFacts>();
    for (const entity of entities.filter(isTelling)) {
      const query = { boxId: this.boxId, messageId, entityId: entity.EntityId };
      const file = await this.caller.read({ method: 'GET', path: '/V4/GetEntityContent', query, signal: this.signal });
      facts.set(entity.EntityId, saysPlainly(entity) ? { reason: plainText(file.body) } : readXmlFacts(file.body));
    }
    return facts;
  }
}

const isDraft = ({ Message: message, Patch: patch }: BoxEvent): boolean =>
  message?.IsDraft === true || patch?.ForDraft === true;

const TELLING: ReadonlySet<number> = new Set([
  ATTACHMENT.correctionRequest,
  ATTACHMENT.signatureRequestRejection,
  ATTACHMENT.xmlSignatureRejection,
  ATTACHMENT.revocationRequest,
]);
const isTelling = (entity: Entity): boolean =>
  (entity.AttachmentType !== undefined && TELLING.has(entity.AttachmentType)) ||
  (isBuyerTitle(entity) && (entity.ParentEntityId ?? '') !== '');
const saysPlainly = (entity: Entity): boolean => entity.AttachmentType === ATTACHMENT.signatureRequestRejection;
const plainText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trim();
