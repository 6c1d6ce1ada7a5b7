import { Type as t, type Static } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const secret = (title: string, description: string) =>
  t.Optional(t.String({ title, description, minLength: 1, ui: { widget: 'secret' } }));
// Written by the connector itself, never asked of a person.
const kept = () => t.Optional(t.String({ ui: { widget: 'hidden' } }));

export const DiadocSecrets = t.Object(
  {
    clientId: secret('Идентификатор приложения', 'client_id из кабинета интегратора Контура; для входа по OpenID'),
    clientSecret: secret('Секрет приложения', 'client_secret из кабинета интегратора; для входа по OpenID'),
    refreshToken: secret('Токен обновления', 'refresh_token, выданный при согласии сотрудника; для входа по OpenID'),
    apiClientId: secret('Ключ разработчика', 'ddauth_api_client_id; для входа по логину и паролю'),
    login: secret('Логин', 'Логин сотрудника в Диадоке; для входа по логину и паролю'),
    password: secret('Пароль', 'Пароль сотрудника; для входа по логину и паролю'),
    accessToken: kept(),
  },
  closed,
);
export type DiadocSecrets = Static<typeof DiadocSecrets>;

export const DiadocSettings = t.Object(
  {
    apiUrl: t.String({
      title: 'Адрес API',
      description: 'Рабочий: https://diadoc-api.kontur.ru, тестовый: https://diadoc-api-staging.kontur.ru',
      format: 'uri',
      examples: ['https://diadoc-api.kontur.ru'],
    }),
    auth: t.Union([t.Literal('oidc'), t.Literal('password')], {
      title: 'Способ входа',
      description: 'Чем Поток входит в Диадок',
      ui: {
        choices: {
          oidc: { ru: 'OpenID Connect Контура', en: 'OpenID Connect of Kontur' },
          password: {
            ru: 'Логин и пароль с ключом разработчика (устаревший)',
            en: 'Login, password and developer key (old)',
          },
        },
      },
    }),
    identityUrl: t.Optional(
      t.String({
        title: 'Адрес входа',
        description: 'Сервер OpenID Connect: https://identity.kontur.ru, тестовый https://identity.testkontur.ru',
        format: 'uri',
      }),
    ),
  },
  closed,
);
export type DiadocSettings = Static<typeof DiadocSettings>;
