import * as E from './enums.js';
import { list, message, opt, req, type Wire } from './fields.js';
import { SignedContent } from './message-to-post.js';
import { DocumentId } from './document.js';
import { Organization } from './organization.js';

export const Counteragent = message('Counteragent', {
  IndexKey: opt.string(1),
  Organization: req.of(Organization, 2),
  CurrentStatus: opt.word(E.CounteragentStatus, 3),
  LastEventTimestampTicks: req.sfixed64(4),
  MessageFromCounteragent: opt.string(6),
  MessageToCounteragent: opt.string(7),
  InvitationDocumentId: opt.of(DocumentId, 8),
});
export type CounteragentWire = Wire<typeof Counteragent>;
export const CounteragentList = message('CounteragentList', {
  TotalCount: req.int32(1),
  Counteragents: list.of(Counteragent, 2),
  TotalCountType: req.word(E.TotalCountType, 3),
});

export const InvitationDocument = message('InvitationDocument', {
  SignedContent: req.of(SignedContent, 1),
  FileName: req.string(2),
  SignatureRequested: opt.bool(3),
  Type: opt.string(4),
});
export const AcquireCounteragentRequest = message('AcquireCounteragentRequest', {
  OrgId: opt.string(1),
  Inn: opt.string(2),
  MessageToCounteragent: opt.string(3),
  InvitationDocument: opt.of(InvitationDocument, 4),
  BoxId: opt.string(5),
});
export const AsyncMethodResult = message('AsyncMethodResult', { TaskId: opt.string(1) });
export const AcquireCounteragentResultV2 = message('AcquireCounteragentResultV2', {
  BoxId: req.string(1),
  InvitationDocumentId: opt.of(DocumentId, 2),
});

export const CounteragentInfo = message('CounteragentInfo', {
  CounteragentBoxId: req.string(1),
  Status: req.word(E.CounteragentStatus, 2),
  EventTimestampTicks: req.sfixed64(3),
  LastEventComment: opt.string(4),
  MessageFromCounteragent: opt.string(5),
  MessageToCounteragent: opt.string(6),
});
export const BoxCounteragentEvent = message('BoxCounteragentEvent', {
  EventId: req.string(1),
  Counteragent: opt.of(CounteragentInfo, 2),
  IndexKey: opt.string(3),
  EventTypes: list.word(E.CounteragentEventType, 4),
});
export const BoxCounteragentEventList = message('BoxCounteragentEventList', {
  Events: list.of(BoxCounteragentEvent, 1),
  TotalCount: opt.int32(2),
  TotalCountType: req.word(E.TotalCountType, 3),
});

export const GetOrganizationsByInnListRequest = message('GetOrganizationsByInnListRequest', {
  InnList: list.string(1),
});
export const OrganizationWithCounteragentStatus = message('OrganizationWithCounteragentStatus', {
  Organization: req.of(Organization, 1),
  CounteragentStatus: opt.word(E.CounteragentStatus, 2),
  LastEventTimestampTicks: opt.sfixed64(3),
});
export const GetOrganizationsByInnListResponse = message('GetOrganizationsByInnListResponse', {
  Organizations: list.of(OrganizationWithCounteragentStatus, 1),
});
