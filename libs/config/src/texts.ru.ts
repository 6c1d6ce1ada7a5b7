import type { VariableName } from './variables.js';

const purposes = {
  DATABASE_URL: 'адрес PostgreSQL для владельца таблиц, postgres://…',
  POTOK_DB_APP_URL: 'адрес PostgreSQL для роли potok_app, postgres://…',
  POTOK_DB_HOOK_URL: 'адрес PostgreSQL для роли potok_hook, postgres://…',
  POTOK_DB_RELAY_URL: 'адрес PostgreSQL для роли potok_relay, postgres://…',
  TEMPORAL_ADDRESS: 'адрес Temporal, хост:порт',
  TEMPORAL_NAMESPACE: 'пространство имён Temporal',
  POTOK_API_PORT: 'порт API, число от 1 до 65535',
  POTOK_API_HOST: 'адрес, на котором слушает API',
  POTOK_PUBLIC_URL: 'внешний адрес API для вебхуков, https://…',
  POTOK_URL: 'адрес Потока, https://…; флаг --url',
  POTOK_TOKEN: 'ключ API из настроек; флаг --token',
  POTOK_WORKSPACE: 'рабочее пространство, идентификатор вида 0190…-…; флаг --workspace',
  POTOK_WEB_DIR: 'папка собранного веб-приложения',
  POTOK_TRUSTED_PROXIES: 'адреса или сети балансировщиков через запятую, например 10.0.0.0/8 или uniquelocal',
  POTOK_MASTER_KEYS: 'главные ключи «имя:base64 от 32 байт» через запятую, первый из них текущий',
  POTOK_ALLOWED_HOSTS: 'разрешённые внутренние адреса «хост:порт» через запятую',
  POTOK_BLOB_STORE: 'хранилище файлов: postgres, folder:/путь или s3:…',
  POTOK_CLOCK_OFFSET_FILE: 'файл со сдвигом часов в миллисекундах',
  POTOK_SANDBOX_PORT: 'порт песочницы, число от 1 до 65535',
  POTOK_SANDBOX_HOST: 'адрес, на котором слушает песочница',
  POTOK_SANDBOX_DIR: 'папка данных песочницы',
  POTOK_LOG_LEVEL: 'подробность журнала: debug, info, warn, error или silent',
  POTOK_WORKER_HEALTH_PORT: 'порт проверки готовности worker, число от 1 до 65535',
  POTOK_BOX_POLL_MS: 'период опроса ящиков операторов, мс от 10 до 86400000',
  POTOK_SWEEP_MS: 'период обхода изменённых сделок, мс от 10 до 86400000',
  POTOK_RELAY_IDLE_MS: 'период просмотра очередей без уведомления, мс от 10 до 86400000',
  POTOK_LEASE_MS: 'срок аренды без продления, мс от 10 до 86400000',
} satisfies Record<VariableName, string>;

/** Sentences for whoever starts a process. They name the variable, never its value. */
export const texts = {
  CONFIG_MISSING: (name: VariableName) => `Не задана переменная ${name} (или ${name}_FILE): ${purposes[name]}.`,
  CONFIG_MALFORMED: (name: VariableName) => `Переменная ${name} заполнена неверно. Нужно: ${purposes[name]}.`,
  CONFIG_FILE_UNREADABLE: (name: VariableName) =>
    `Файл из переменной ${name}_FILE не читается. Проверьте путь и права на него.`,
  CONFIG_GIVEN_TWICE: (name: VariableName) => `Заданы и ${name}, и ${name}_FILE. Оставьте что-то одно.`,
};
