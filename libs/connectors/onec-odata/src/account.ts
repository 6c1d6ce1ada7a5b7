import { Type as t, type Static } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;

export const OneCSecrets = t.Object(
  {
    user: t.String({ title: 'Пользователь', description: 'Пользователь базы с правом на OData', minLength: 1 }),
    password: t.String({
      title: 'Пароль',
      description: 'Пароль пользователя базы',
      ui: { widget: 'secret' },
    }),
  },
  closed,
);
export type OneCSecrets = Static<typeof OneCSecrets>;

export const OneCSettings = t.Object(
  {
    baseUrl: t.String({
      title: 'Адрес OData',
      description: 'Адрес публикации базы: https://сервер/база/odata/standard.odata',
      format: 'uri',
      examples: ['https://1cfresh.com/a/ea/123456/odata/standard.odata'],
    }),
    warehouseId: t.Optional(
      t.String({
        title: 'Склад',
        description: 'С какого склада списывать товары; не нужен, если склад в базе один',
        format: 'uuid',
        ui: { widget: 'list', list: 'warehouses' },
      }),
    ),
  },
  closed,
);
export type OneCSettings = Static<typeof OneCSettings>;
