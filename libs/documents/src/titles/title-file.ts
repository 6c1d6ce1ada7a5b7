import { NodeFault, type LegalDate } from '@potok/contracts';
import type { XmlElement } from '../xml/element.js';
import { writeXml } from '../xml/write.js';

/** What names a file of the exchange: the two participants at their operators, a GUID, the day it was formed. */
export interface FileIds {
  /** ИдЭДО of the receiver: `2BM-…`, `2LT-…`. */
  readonly receiverId: string;
  readonly senderId: string;
  readonly guid: string;
  /** The day of forming; absent: the day of the moment. */
  readonly formedOn?: LegalDate;
}

/** ИдФайл without the `.xml`, and the bytes that are signed. */
export interface TitleBytes {
  /** With `.xml`. */
  readonly fileName: string;
  /** ИдФайл: the file's name without `.xml`. */
  readonly fileId: string;
  /** windows-1251; the signature is over exactly these. */
  readonly bytes: Uint8Array;
}

/** ВерсПрог, 1 to 40 characters. */
export const PROGRAM_VERSION = 'Potok 0.1';

const PARTICIPANT = /^[A-Za-z0-9@.-]{4,46}$/;
const GUID = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** `PREFIX_receiver_sender_yyyymmdd_guid`. Throws FILE_NAME_PART (invalid) that says which part is wrong. */
export const fileIdOf = (prefix: string, ids: FileIds & { readonly formedOn: LegalDate }): string => {
  const { receiverId, senderId, guid, formedOn } = ids;
  demand(PARTICIPANT.test(receiverId), 'receiverId', receiverId);
  demand(PARTICIPANT.test(senderId), 'senderId', senderId);
  demand(GUID.test(guid), 'guid', guid);
  return [prefix, receiverId, senderId, formedOn.replaceAll('-', ''), guid.toLowerCase()].join('_');
};

const demand = (isRight: boolean, part: string, value: string): void => {
  if (!isRight) throw new NodeFault('invalid', 'FILE_NAME_PART', { facts: { part, value } });
};

/** Файл with its three attributes around the document. */
export const titleBytes = (title: {
  readonly fileId: string;
  readonly version: string;
  readonly document: XmlElement;
}): TitleBytes => {
  const { fileId, version, document } = title;
  const attributes = { ИдФайл: fileId, ВерсФорм: version, ВерсПрог: PROGRAM_VERSION };
  const bytes = writeXml({ name: 'Файл', attributes, children: [document], text: '' });
  return { fileName: `${fileId}.xml`, fileId, bytes };
};
