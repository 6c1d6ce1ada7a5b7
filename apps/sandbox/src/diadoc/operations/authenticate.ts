import { DiadocError } from '../http/diadoc-error.js';
import type { Call, Operation } from '../http/operation.js';
import { demandClientId, findLogin, issueToken } from '../http/tokens.js';
import { decode, NotThisMessage } from '../wire/codec.js';
import { LoginPassword } from '../wire/organization.js';

/** The legacy scheme, by password. By certificate, sid and trust are not played. */
export const authenticate: Operation = {
  method: 'POST',
  path: '/V3/Authenticate',
  isOpen: true,
  async handle(call) {
    demandClientId(call.authorization);
    const type = call.query.get('type').toLowerCase();
    if (type !== 'password') throw new DiadocError(501, `Вход по ${type} в песочнице не поддерживается`);
    const given = readPassword(call);
    const login = findLogin(given.login, given.password);
    if (!login) throw new DiadocError(401, 'Неверный логин или пароль');
    return { kind: 'text', text: await issueToken(call.world, 'diadocauth', login) };
  },
};

/** JSON keys are met in either case. */
const readPassword = (call: Call): { login: string; password: string } => {
  try {
    if (!call.isJson) {
      const { Login, Password } = decode(LoginPassword, call.body);
      return { login: Login, password: Password };
    }
    const json = JSON.parse(call.body.toString('utf8')) as Record<string, unknown>;
    const text = (name: string): string => {
      const key = Object.keys(json).find((one) => one.toLowerCase() === name) ?? '';
      return typeof json[key] === 'string' ? json[key] : '';
    };
    return { login: text('login'), password: text('password') };
  } catch (error) {
    if (error instanceof NotThisMessage || error instanceof SyntaxError) {
      throw new DiadocError(400, 'Тело запроса не содержит логина и пароля');
    }
    throw error;
  }
};
