const KINDS: Readonly<Record<string, string>> = {
  string: 'текст',
  integer: 'целое число',
  number: 'число',
  boolean: 'да или нет',
  object: 'набор полей',
  array: 'список',
  null: 'пусто',
};
const kind = (name: string): string => KINDS[name] ?? name;
const FORMATS: Readonly<Record<string, string>> = {
  decimal: 'число с точкой: 1200.50',
  date: 'дата: 2026-11-24',
  'date-time': 'дата и время: 2026-11-24T10:00:00Z',
  uuid: 'идентификатор UUID',
  email: 'адрес почты',
  uri: 'адрес страницы',
};

export const mappingTexts = {
  VALUE_MISSING: () => 'Поле обязательное, а значения нет.',
  VALUE_UNKNOWN: ({ key }: { key: string }) => `Поля ${key} здесь нет. Уберите его.`,
  VALUE_KIND: ({ wanted, got }: { wanted: string; got: string }) => `Нужно: ${kind(wanted)}, а пришло: ${kind(got)}.`,
  VALUE_CHOICE: ({ value, choices }: { value: unknown; choices: string }) =>
    `«${String(value)}» не подходит. Можно: ${choices}.`,
  VALUE_FORMAT: ({ format, value }: { format: string; value: string }) =>
    `«${value}» не подходит. Нужно: ${FORMATS[format] ?? format}.`,
  VALUE_TOO_SHORT: ({ length, limit }: { length: number; limit: number }) =>
    length === 0 ? 'Значение пустое. Заполните его или уберите.' : `Знаков ${length}, а нужно не меньше ${limit}.`,
  VALUE_TOO_LONG: ({ length, limit }: { length: number; limit: number }) =>
    `Знаков ${length}, а можно не больше ${limit}. Сократите текст.`,
  VALUE_TOO_SMALL: ({ limit }: { limit: number }) => `Число меньше ${limit}.`,
  VALUE_TOO_BIG: ({ limit }: { limit: number }) => `Число больше ${limit}.`,
  LIST_TOO_SHORT: ({ limit }: { limit: number }) => `В списке должно быть не меньше ${limit}.`,
  LIST_TOO_MANY: ({ limit }: { limit: number }) => `В списке может быть не больше ${limit}.`,
  LIST_NOT_UNIQUE: () => 'В списке есть одинаковые значения. Оставьте по одному.',
};
