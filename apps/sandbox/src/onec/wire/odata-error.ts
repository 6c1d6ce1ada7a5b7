/** HTTP status of each inner code. The manual (17.4.10) lists the codes; of their statuses only 404, 405, 406, 500 and 501 are seen in the wild. */
const STATUSES: Readonly<Record<number, number>> = {
  [-1]: 500,
  0: 501,
  1: 400,
  2: 400,
  3: 406,
  4: 400,
  5: 400,
  6: 400,
  7: 400,
  8: 404,
  9: 404,
  10: 404,
  11: 404,
  12: 400,
  13: 400,
  14: 400,
  15: 400,
  16: 400,
  19: 405,
  20: 401,
  21: 501,
};

/** An error with the inner code and the Russian words of 1С. */
export class ODataError extends Error {
  readonly status: number;

  constructor(
    readonly code: number,
    readonly sentence: string,
    status?: number,
  ) {
    super(sentence);
    this.status = status ?? STATUSES[code] ?? 400;
  }

  static readonly unsupported = (what: string) => new ODataError(0, `Возможность не поддерживается: ${what}`);
  static readonly badBody = (why: string) => new ODataError(2, `Неверный формат запроса: ${why}`);
  static readonly badValue = (property: string) => new ODataError(4, `Неверное значение свойства "${property}"`);
  static readonly badUrl = (url: string) => new ODataError(6, `Неверный URL: "${url}"`);
  static readonly noKey = (key: string) => new ODataError(7, `Не хватает элемента ключа сущности: "${key}"`);
  static readonly noSet = (name: string) => new ODataError(8, `Тип сущности "${name}" не найден`);
  static readonly noEntity = (set: string) => new ODataError(9, `Экземпляр сущности "${set}" не найден`);
  static readonly noProperty = (name: string) => new ODataError(10, `Запрошенное свойство "${name}" не найдено`);
  static readonly noMethod = (name: string) => new ODataError(11, `Метод "${name}" не найден`);
  static readonly readOnlyLines = () =>
    new ODataError(13, 'Создание строк табличных частей напрямую не поддерживается');
  static readonly badOption = (option: string, why: string) =>
    new ODataError(14, `Ошибка разбора опций запроса "${option}": ${why}`);
  static readonly taken = (set: string) => new ODataError(15, `Сущность "${set}" с таким ключом уже существует`);
  static readonly wrongVerb = () => new ODataError(19, 'Использованный HTTP-метод запрещен в данном контексте');
  static readonly noFunction = (name: string) => new ODataError(21, `Вызов нереализованной функции "${name}"`);
  /** Исключение of the configuration: HTTP 500 with code -1. */
  static readonly business = (sentence: string) => new ODataError(-1, sentence);
  /** The inner code of a lost lock is not documented. */
  static readonly changed = () => new ODataError(-1, 'Данные были изменены или удалены другим пользователем', 412);
}
