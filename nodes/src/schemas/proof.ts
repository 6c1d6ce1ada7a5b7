import { Type as t } from '@sinclair/typebox';
import { closed, said } from './said.js';

const kind = <const K extends string>(value: K) => t.Literal(value, said('Вид', 'Чем вызов доказывает, что он свой'));
const header = (placeholder: string) =>
  t.String({
    minLength: 1,
    maxLength: 100,
    ...said('Заголовок', 'В каком заголовке приходит доказательство', { placeholder }),
  });

/** How a caller proves who it is, when the author chooses (`Proof` of contracts). The secret itself is kept with the endpoint. */
export const ChosenProof = t.Union(
  [
    t.Object({ kind: kind('none') }, { ...closed, title: 'Без проверки' }),
    t.Object({ kind: kind('hmac-sha256'), header: header('x-signature') }, { ...closed, title: 'Подпись HMAC-SHA256' }),
    t.Object({ kind: kind('token'), header: header('authorization') }, { ...closed, title: 'Токен' }),
    t.Object({ kind: kind('basic') }, { ...closed, title: 'Логин и пароль' }),
  ],
  said('Проверка', 'Как вызывающая система доказывает, что она своя', { widget: 'choice' }),
);
