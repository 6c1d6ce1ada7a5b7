import * as E from './enums.js';
import { list, message, opt, req, type Wire } from './fields.js';

export const RussianAddress = message('RussianAddress', {
  ZipCode: opt.string(1),
  Region: req.string(2),
  City: opt.string(4),
  Street: opt.string(6),
  Building: opt.string(7),
});
export const Address = message('Address', { RussianAddress: opt.of(RussianAddress, 1), AddressCode: opt.string(3) });
export const Department = message('Department', {
  DepartmentId: req.string(1),
  ParentDepartmentId: req.string(2),
  Name: req.string(3),
  IsDisabled: opt.bool(7),
});
export const Box = message('Box', {
  BoxId: req.string(1),
  Title: req.string(2),
  InvoiceFormatVersion: opt.word(E.OrganizationInvoiceFormatVersion, 4),
  EncryptedDocumentsAllowed: opt.bool(5),
  BoxIdGuid: req.string(6),
});
const organizationFields = {
  OrgId: req.string(1),
  Inn: req.string(2),
  Kpp: opt.string(3),
  FullName: req.string(4),
  ShortName: opt.string(5),
  Boxes: list.of(Box, 7),
  Ogrn: opt.string(8),
  FnsParticipantId: opt.string(9),
  Address: opt.of(Address, 10),
  FnsRegistrationDate: opt.string(11),
  Departments: list.of(Department, 12),
  IfnsCode: opt.string(13),
  IsPilot: opt.bool(14),
  IsActive: opt.bool(15),
  IsTest: opt.bool(16),
  IsBranch: opt.bool(17),
  IsRoaming: opt.bool(18),
  IsEmployee: opt.bool(19),
  InvitationCount: opt.int32(20),
  SearchCount: opt.int32(21),
  Sociability: req.word(E.Sociability, 22),
  IsForeign: opt.bool(25),
  HasCertificateToSign: opt.bool(26),
  OrganizationType: req.word(E.OrganizationType, 27),
  IsOwner: opt.bool(28),
  ReadyForEpdStatus: req.word(E.ReadyForEpdStatus, 30),
};
export const Organization = message('Organization', organizationFields);
export type OrganizationWire = Wire<typeof Organization>;
export const OrganizationList = message('OrganizationList', { Organizations: list.of(Organization, 1) });
/** GetBox answers with the organization inside. */
export const BoxWithOrganization = message('BoxWithOrganization', {
  ...Box.fields,
  Organization: opt.of(Organization, 3),
});

export const FullName = message('FullName', {
  LastName: req.string(1),
  FirstName: req.string(2),
  MiddleName: opt.string(3),
});
export const UserV2 = message('UserV2', {
  UserId: req.string(1),
  Login: opt.string(2),
  FullName: opt.of(FullName, 3),
  IsRegistered: req.bool(4),
});
export const LoginPassword = message('LoginPassword', { Login: req.string(1), Password: req.string(2) });

export const OperatorFeature = message('OperatorFeature', { Name: req.string(1), Description: req.string(2) });
export const RoamingOperator = message('RoamingOperator', {
  FnsId: req.string(1),
  Name: req.string(2),
  IsActive: req.bool(3),
  Features: list.of(OperatorFeature, 4),
});
export const RoamingOperatorList = message('RoamingOperatorList', { RoamingOperators: list.of(RoamingOperator, 1) });
