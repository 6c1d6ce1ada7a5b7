import type { AttachmentTypeWord, CounteragentEventWord, CounteragentStatusWord } from '../wire/enums.js';

/** Everything that the stand-in remembers, as plain JSON. Bytes lie beside it and are named by sha256. Ticks are decimal text. */
export interface DiadocState {
  organizations: OrganizationRecord[];
  relations: RelationRecord[];
  counteragentEvents: CounteragentEventRecord[];
  messages: Record<string, MessageRecord>;
  /** By box, in order; the place in the list is the event's place in the feed. */
  events: Record<string, EventRecord[]>;
  /** Calls that were done, by kind, box and operationId. */
  operations: Record<string, OperationRecord>;
  tasks: Record<string, TaskRecord>;
  tokens: Record<string, TokenRecord>;
  shelf: Record<string, ShelfRecord>;
  robots: Record<string, RobotSetting>;
  lastTicks: string;
}

export interface OrganizationRecord {
  readonly orgId: string;
  /** GUID with hyphens; the `…@diadoc.ru` form is derived. */
  readonly boxId: string;
  readonly inn: string;
  readonly kpp: string;
  readonly ogrn: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly fnsParticipantId: string;
  readonly isEntrepreneur: boolean;
  readonly isRoaming: boolean;
  readonly address: { zipCode: string; region: string; city: string; street: string; house: string };
  readonly signer: { surname: string; name: string; patronymic: string; position: string; inn: string; snils: string };
  /** Login of the employee who works for it by the API. */
  readonly login: string;
}

/** How `of` stands to `to`; each pair has two of these. */
export interface RelationRecord {
  readonly of: string;
  readonly to: string;
  status: CounteragentStatusWord;
  ticks: string;
  messageFrom?: string;
  messageTo?: string;
}

export interface CounteragentEventRecord {
  readonly eventId: string;
  readonly boxId: string;
  readonly counteragentBoxId: string;
  readonly type: CounteragentEventWord;
  readonly status: CounteragentStatusWord;
  readonly ticks: string;
  readonly comment?: string;
}

export interface MessageRecord {
  readonly messageId: string;
  readonly fromBoxId: string;
  readonly toBoxId: string;
  readonly ticks: string;
  lastPatchTicks: string;
  deliveredTicks?: string;
  roaming?: { readonly isSuccess: boolean; readonly description: string };
  readonly entities: EntityRecord[];
}

export interface EntityRecord {
  readonly entityId: string;
  readonly parentEntityId?: string;
  readonly entityType: 'Attachment' | 'Signature';
  readonly attachmentType?: AttachmentTypeWord;
  /** Without extension for files that carry it in ИдФайл; the API adds `.xml`. */
  readonly fileName?: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly ticks: string;
  readonly signerBoxId?: string;
  readonly needReceipt?: boolean;
  readonly labels: readonly string[];
  /** Shown in this box only: the operator's confirmations are for one side. */
  readonly onlyFor?: string;
  readonly initiatorBoxId?: string;
  readonly document?: DocumentRecord;
  /** КодИтога of a buyer's title, text of a refusal or clarification: for page, statuses and counting. */
  readonly outcomeCode?: string;
  readonly reason?: string;
}

export interface DocumentRecord {
  readonly typeNamedId: string;
  readonly function: string;
  readonly version: string;
  readonly workflowId: number;
  readonly number: string;
  readonly date: string;
  readonly total: string;
  readonly vat?: string;
  readonly currency: string;
  /** ИдФайл. */
  readonly fileId: string;
  readonly formedDate: string;
  readonly formedTime: string;
  readonly documentName: string;
  readonly comment?: string;
  readonly customDocumentId?: string;
  readonly needRecipientSignature: boolean;
}

export interface EventRecord {
  readonly eventId: string;
  readonly kind: 'message' | 'patch';
  readonly messageId: string;
  readonly entityIds: readonly string[];
  readonly ticks: string;
  /** The patch that says: the other side has it. */
  readonly isDelivered?: boolean;
  /** The event that the other operator could not hand over. */
  readonly notDeliveredEventId?: string;
}

export interface OperationRecord {
  readonly operationId: string;
  readonly kind: 'PostMessage' | 'PostMessagePatch';
  readonly boxId: string;
  readonly messageId: string;
  /** Event in the caller's box, whose content is the answer. */
  readonly eventId: string;
  readonly firstAt: string;
  /** The first call and its repeats. */
  calls: number;
}

export interface TaskRecord {
  readonly taskId: string;
  readonly boxId: string;
  readonly counteragentBoxId: string;
  readonly readyAt: string;
}

export interface TokenRecord {
  readonly kind: 'diadocauth' | 'access' | 'code' | 'refresh';
  readonly login: string;
  readonly expiresAt: string;
}

export interface ShelfRecord {
  readonly parts: Record<string, { readonly sha256: string; readonly sizeBytes: number }>;
  lastPart?: number;
  readonly login: string;
  readonly createdAt: string;
}

export interface RobotSetting {
  readonly mode: 'off' | AnswerKind;
  readonly delayMs: number;
  /** Text of a refusal or a clarification. */
  readonly reason: string;
  /** The buyer's receipts are made by themselves, as the operator's web page does. */
  readonly sendsReceipts: boolean;
  /** Asks the seller for a receipt of the buyer's title. */
  readonly asksReceipt: boolean;
}

export const ANSWER_KINDS = ['sign', 'refuse', 'clarify', 'discrepancies'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
