/** What a value breaks. */
export interface BrokenRule {
  readonly keyword?: string | undefined;
  readonly limit?: unknown;
  /** The checker's own words, in English: for rules that have no sentence here. */
  readonly rule: string;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'текст',
  number: 'число',
  integer: 'целое число',
  boolean: 'true или false',
  array: 'список',
  object: 'объект',
};

const RULES: Readonly<Record<string, (limit: string) => string>> = {
  maxLength: (limit) => `помещается не больше ${limit} знаков`,
  minLength: (limit) => `нужно не меньше ${limit} знаков`,
  maxItems: (limit) => `помещается не больше ${limit} элементов`,
  minItems: (limit) => `нужно не меньше ${limit} элементов`,
  maximum: (limit) => `нужно число не больше ${limit}`,
  minimum: (limit) => `нужно число не меньше ${limit}`,
  type: (limit) => `нужен тип: ${TYPES[limit] ?? limit}`,
  pattern: (limit) => `нужен вид ${limit}`,
  const: (limit) => `подходит только ${limit}`,
  enum: (limit) => `подходит одно из: ${limit}`,
  anyOf: () => 'не подходит ни одно из допустимых значений',
  uniqueItems: () => 'элементы повторяются',
  format: (limit) => `нужен вид ${limit}`,
};

/** A rule of JSON Schema that a drawing breaks, in Russian. */
export const ruleInRussian = ({ keyword, limit, rule }: BrokenRule): string => {
  const said = keyword !== undefined && Object.hasOwn(RULES, keyword) ? RULES[keyword] : undefined;
  return said === undefined ? rule : said(typeof limit === 'string' ? limit : JSON.stringify(limit ?? ''));
};
