import { toBoxAddress } from '../ids.js';
import type { OrganizationRecord } from '../state/state.js';
import type { OrganizationWire } from '../wire/organization.js';

/** An organization as the API shows it. Clients fail on absent fields, so each is given. */
export const organizationInfo = (one: OrganizationRecord, isEmployee: boolean): OrganizationWire => ({
  OrgId: one.orgId,
  Inn: one.inn,
  Kpp: one.kpp,
  FullName: one.fullName,
  ShortName: one.shortName,
  Boxes: [boxInfo(one)],
  Ogrn: one.ogrn,
  FnsParticipantId: one.fnsParticipantId,
  Address: {
    RussianAddress: {
      ZipCode: one.address.zipCode,
      Region: one.address.region,
      City: one.address.city,
      Street: one.address.street,
      Building: one.address.house,
    },
    AddressCode: '',
  },
  FnsRegistrationDate: '12.01.2026',
  Departments: [],
  IfnsCode: one.inn.slice(0, 4),
  IsPilot: false,
  IsActive: true,
  IsTest: false,
  IsBranch: false,
  IsRoaming: one.isRoaming,
  IsEmployee: isEmployee,
  InvitationCount: 0,
  SearchCount: 0,
  Sociability: 'AllOrganizations',
  IsForeign: false,
  HasCertificateToSign: true,
  OrganizationType: one.isEntrepreneur ? 'Individual' : 'Juridical',
  IsOwner: false,
  ReadyForEpdStatus: 'UndefinedEpdStatus',
});

export const boxInfo = (one: OrganizationRecord) =>
  ({
    BoxId: toBoxAddress(one.boxId),
    Title: one.shortName,
    InvoiceFormatVersion: 'v5_02',
    EncryptedDocumentsAllowed: false,
    BoxIdGuid: one.boxId,
  }) as const;
