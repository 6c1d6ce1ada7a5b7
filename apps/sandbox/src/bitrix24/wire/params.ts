import { RestError } from './rest-error.js';

/** Parameters of one call: JSON or what PHP makes of a form. Top names are read in any letter case, as the real one does. */
export type Params = Readonly<Record<string, unknown>>;
export type Fields = Readonly<Record<string, unknown>>;

export const param = (params: Params, name: string): unknown => {
  const upper = name.toUpperCase();
  const key = Object.keys(params).find((one) => one.toUpperCase() === upper);
  return key === undefined ? undefined : params[key];
};

export const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

export const textParam = (params: Params, name: string): string | undefined => textOf(param(params, name));

export const isMap = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A PHP array given as parameter; a missing one is empty, a plain value is an error with the words of the real one. */
export const mapParam = (params: Params, name: string): Fields => {
  const value = param(params, name);
  if (value === undefined || value === null || value === '') return {};
  if (!isMap(value)) throw RestError.wrong(`Parameter '${name}' must be array.`);
  return value;
};

export const requiredMap = (params: Params, name: string): Fields => {
  if (!isMap(param(params, name))) throw RestError.wrong(`Parameter '${name}' must be array.`);
  return mapParam(params, name);
};

export const listParam = (params: Params, name: string): readonly string[] => {
  const value = param(params, name);
  const one = textOf(value);
  if (one !== undefined) return one === '' ? [] : [one];
  return Object.values(mapParam(params, name)).flatMap((each) => textOf(each) ?? []);
};

/** An id: digits only, above zero. */
export const idParam = (params: Params, name = 'id'): string => {
  const text = textParam(params, name) ?? '';
  if (!/^\d+$/.test(text) || Number(text) <= 0)
    throw RestError.wrong(`The parameter ${name} is invalid or not defined.`);
  return String(Number(text));
};
