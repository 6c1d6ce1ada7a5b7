import { boxInfo, organizationInfo } from '../docflow/organization-info.js';
import { DiadocError } from '../http/diadoc-error.js';
import { messageOf, type Call, type Operation } from '../http/operation.js';
import { toBoxGuid } from '../ids.js';
import type { OrganizationRecord } from '../state/state.js';
import { GetOrganizationsByInnListRequest, GetOrganizationsByInnListResponse } from '../wire/counteragent.js';
import {
  BoxWithOrganization,
  Organization,
  OrganizationList,
  RoamingOperatorList,
  UserV2,
} from '../wire/organization.js';

const show = (call: Call, one: OrganizationRecord) => organizationInfo(one, one.login === call.login);

const getMyOrganizations: Operation = {
  method: 'GET',
  path: '/GetMyOrganizations',
  handle: async (call) =>
    messageOf(OrganizationList, { Organizations: call.ownOrganizations().map((one) => show(call, one)) }),
};

const getOrganization: Operation = {
  method: 'GET',
  path: '/GetOrganization',
  handle: async (call) => messageOf(Organization, show(call, findOne(call))),
};

const findOne = (call: Call): OrganizationRecord => {
  const { query, world } = call;
  const orgId = query.find('orgId') && toBoxGuid(query.get('orgId'));
  const boxId = query.find('boxId') && query.box('boxId');
  const participant = query.find('fnsParticipantId')?.toLowerCase();
  const inn = query.find('inn');
  if (!orgId && !boxId && !participant && !inn) throw new DiadocError(400, 'Не указано, какая организация нужна');
  const found = world.state.organizations.find(
    (one) =>
      one.orgId === orgId ||
      one.boxId === boxId ||
      one.fnsParticipantId.toLowerCase() === participant ||
      (inn !== undefined && fitsInn(one, inn, query.find('kpp'))),
  );
  if (!found) throw new DiadocError(404, 'Организация не найдена');
  return found;
};

const fitsInn = (one: OrganizationRecord, inn: string, kpp: string | undefined): boolean =>
  one.inn === inn && (kpp === undefined || one.kpp === '' || one.kpp === kpp);

const INN = /^(\d{10}|\d{12})$/;

const getOrganizationsByInnKpp: Operation = {
  method: 'GET',
  path: '/GetOrganizationsByInnKpp',
  handle: async (call) => {
    const inn = call.query.get('inn');
    if (!INN.test(inn)) throw new DiadocError(400, `ИНН ${inn} состоит не из 10 или 12 цифр`);
    const found = call.world.state.organizations.filter((one) => fitsInn(one, inn, call.query.find('kpp')));
    return messageOf(OrganizationList, { Organizations: found.map((one) => show(call, one)) });
  },
};

const getOrganizationsByInnList: Operation = {
  method: 'POST',
  path: '/V2/GetOrganizationsByInnList',
  handle: async (call) => {
    const wanted = new Set(call.read(GetOrganizationsByInnListRequest).InnList);
    const mine = call.query.find('myBoxId') ? call.ownBox('myBoxId') : undefined;
    const found = call.world.state.organizations.filter((one) => wanted.has(one.inn));
    return messageOf(GetOrganizationsByInnListResponse, {
      Organizations: found.map((one) => ({
        Organization: show(call, one),
        ...(mine ? relationPart(call, mine.boxId, one.boxId) : {}),
      })),
    });
  },
};

const relationPart = ({ world }: Call, of: string, to: string) => {
  const relation = world.findRelation(of, to);
  return relation
    ? { CounteragentStatus: relation.status, LastEventTimestampTicks: relation.ticks }
    : ({ CounteragentStatus: 'NotInCounteragentList' } as const);
};

const getBox: Operation = {
  method: 'GET',
  path: '/GetBox',
  handle: async (call) => {
    const one = call.world.getOrganization(call.query.box('boxId'));
    return messageOf(BoxWithOrganization, { ...boxInfo(one), Organization: show(call, one) });
  },
};

const getMyUser: Operation = {
  method: 'GET',
  path: '/V2/GetMyUser',
  handle: async (call) => {
    const [one] = call.ownOrganizations();
    if (!one) throw new DiadocError(403, 'Пользователь не работает ни в одной организации');
    const { surname, name, patronymic } = one.signer;
    return messageOf(UserV2, {
      UserId: one.orgId,
      Login: call.login,
      FullName: { LastName: surname, FirstName: name, MiddleName: patronymic },
      IsRegistered: true,
    });
  },
};

const getRoamingOperators: Operation = {
  method: 'GET',
  path: '/GetRoamingOperators',
  handle: async (call) => {
    call.ownBox();
    const features = ['EnableRevocationV2', 'SupportsAutoInvitation'];
    return messageOf(RoamingOperatorList, {
      RoamingOperators: [
        {
          FnsId: '2AE',
          Name: 'Соседний оператор песочницы',
          IsActive: true,
          Features: features.map((Name) => ({ Name, Description: Name })),
        },
      ],
    });
  },
};

export const organizationOperations: readonly Operation[] = [
  getMyOrganizations,
  getOrganization,
  getOrganizationsByInnKpp,
  getOrganizationsByInnList,
  getBox,
  getMyUser,
  getRoamingOperators,
];
