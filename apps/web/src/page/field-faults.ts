import { ApiFault } from '../app/api-client.js';

/** What a refusal says of fields, by the JSON pointer of each; the first sentence of a field counts. */
export const fieldFaultsOf = (error: unknown): Readonly<Record<string, string>> => {
  if (!(error instanceof ApiFault)) return {};
  const { errors = [], field, detail } = error.problem;
  const named = errors.length > 0 || field === undefined ? errors : [{ field, detail }];
  return Object.fromEntries([...named].reverse().map((one) => [one.field, one.detail]));
};
