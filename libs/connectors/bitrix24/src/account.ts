import { Type as t, type Static } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;
const secret = (title: string, description: string) =>
  t.Optional(t.String({ title, description, minLength: 1, ui: { widget: 'secret' } }));

export const BitrixSecrets = t.Object(
  {
    webhookUrl: secret(
      'Адрес входящего вебхука',
      'Из раздела «Разработчикам → Входящий вебхук»: https://портал/rest/1/секрет/; нужны права crm, task, user',
    ),
    clientId: secret('Код приложения', 'client_id локального или тиражного приложения; для входа по OAuth'),
    clientSecret: secret('Ключ приложения', 'client_secret приложения; для входа по OAuth'),
    refreshToken: secret('Токен обновления', 'refresh_token, выданный при установке приложения; для входа по OAuth'),
    // Written by the connector itself, never asked of a person.
    accessToken: t.Optional(t.String({ ui: { widget: 'hidden' } })),
  },
  closed,
);
export type BitrixSecrets = Static<typeof BitrixSecrets>;

export const BitrixSettings = t.Object(
  {
    portalUrl: t.String({
      title: 'Адрес портала',
      description: 'Как в строке браузера: https://портал.bitrix24.ru',
      format: 'uri',
      examples: ['https://example.bitrix24.ru'],
    }),
    auth: t.Union([t.Literal('webhook'), t.Literal('oauth')], {
      title: 'Способ входа',
      description: 'Чем Поток входит на портал',
      ui: {
        choices: {
          webhook: { ru: 'Входящий вебхук', en: 'Incoming webhook' },
          oauth: { ru: 'Приложение (OAuth)', en: 'Application (OAuth)' },
        },
      },
    }),
    oauthUrl: t.Optional(
      t.String({
        title: 'Сервер авторизации',
        description: 'Для приложений: https://oauth.bitrix.info',
        format: 'uri',
      }),
    ),
  },
  closed,
);
export type BitrixSettings = Static<typeof BitrixSettings>;
