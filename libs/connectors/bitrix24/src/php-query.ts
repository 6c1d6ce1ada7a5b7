/** What a parameter of a REST call may be. */
export type Param = string | number | boolean | null | readonly Param[] | { readonly [name: string]: Param };

/** Text that a batch replaces itself (`$result[deal][COMPANY_ID]`), so it goes out as it is. */
export class Reference {
  constructor(readonly path: string) {}
}
export type Params = Readonly<Record<string, Param | Reference | { readonly [name: string]: Param | Reference }>>;

/** A query as PHP reads it: `filter[>ID]=5&select[0]=ID`. */
export const phpQuery = (params: Params): string =>
  Object.entries(params)
    .flatMap(([name, value]) => pairs(encodeURIComponent(name), value))
    .join('&');

const pairs = (name: string, value: Params[string] | undefined): readonly string[] => {
  if (value instanceof Reference) return [`${name}=${value.path}`];
  if (value === null || value === undefined) return [`${name}=`];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]: [string, Param | Reference]) =>
      pairs(`${name}[${encodeURIComponent(key)}]`, inner),
    );
  return [`${name}=${encodeURIComponent(String(value))}`];
};
