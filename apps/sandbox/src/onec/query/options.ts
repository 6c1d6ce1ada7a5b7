import { ODataError } from '../wire/odata-error.js';

export interface QueryOptions {
  readonly filter?: string;
  readonly orderBy?: string;
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top?: number;
  readonly skip?: number;
  readonly wantsCount: boolean;
  readonly format?: string;
}

/** Options of the address. Names may come as `%24filter`; a plus stays a plus. */
export const readOptions = (query: string): QueryOptions => {
  const given = new Map(
    query
      .split('&')
      .filter((pair) => pair !== '')
      .map(splitPair),
  );
  const list = (name: string) =>
    (given.get(name) ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const filter = given.get('$filter')?.trim();
  const orderBy = given.get('$orderby')?.trim();
  const format = given.get('$format');
  const top = count(given, '$top');
  const skip = count(given, '$skip');
  return {
    ...(filter ? { filter } : {}),
    ...(orderBy ? { orderBy } : {}),
    select: list('$select'),
    expand: list('$expand'),
    ...(top === undefined ? {} : { top }),
    ...(skip === undefined ? {} : { skip }),
    wantsCount: wantsCount(given.get('$inlinecount')),
    ...(format === undefined ? {} : { format }),
  };
};

const splitPair = (pair: string): readonly [string, string] => {
  const at = pair.indexOf('=');
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      throw ODataError.badUrl(text);
    }
  };
  return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
};

const count = (given: ReadonlyMap<string, string>, name: string): number | undefined => {
  const text = given.get(name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text.trim())) throw ODataError.badOption(name, `"${text}" не целое число`);
  return Number(text);
};

const wantsCount = (text: string | undefined): boolean => {
  if (text === undefined || text === 'none') return false;
  if (text !== 'allpages') throw ODataError.badOption('$inlinecount', `неизвестное значение "${text}"`);
  return true;
};
