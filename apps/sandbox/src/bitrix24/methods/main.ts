import { pageOf } from '../list/listing.js';
import { bitrixApp } from '../oauth/tokens.js';
import { isMap, param, type Params } from '../wire/params.js';
import { appMethod, listAnswer, method, type Methods } from './method.js';
import { findUser, userRows } from './users.js';

/** user.get takes its conditions both under FILTER and beside it. */
const userFilter = (params: Params): Params => {
  const inner = param(params, 'filter');
  const beside = Object.entries(params).filter(([name]) => /^(ID|NAME|LAST_NAME|EMAIL)$/i.test(name));
  const filter = isMap(inner) ? inner : Object.fromEntries(beside.map(([name, value]) => [name.toUpperCase(), value]));
  return { filter, start: param(params, 'start') };
};

export const mainMethods: Methods = {
  'user.current': method(({ caller }) => ({ result: userRows().find((user) => user.ID === caller.userId) ?? {} })),
  'user.get': method(({ params }) => listAnswer(pageOf(userRows(), userFilter(params)), (user) => user)),
  profile: method(({ caller }) => {
    const user = findUser(caller.userId);
    return {
      result: {
        ID: caller.userId,
        ADMIN: caller.userId === '1',
        NAME: user?.name ?? '',
        LAST_NAME: user?.lastName ?? '',
        PERSONAL_GENDER: '',
        PERSONAL_PHOTO: '',
        TIME_ZONE: 'Europe/Moscow',
        TIME_ZONE_OFFSET: 0,
      },
    };
  }),
  scope: method(() => ({ result: bitrixApp.scope.split(',') })),
  'app.info': appMethod(() => ({
    result: {
      ID: 1,
      CODE: bitrixApp.clientId,
      VERSION: 1,
      STATUS: 'L',
      INSTALLED: true,
      PAYMENT_EXPIRED: 'N',
      DAYS: null,
      LANGUAGE_ID: 'ru',
      LICENSE: 'ru_demo',
    },
  })),
  'server.time': method(({ room }) => ({ result: room.now() })),
};
