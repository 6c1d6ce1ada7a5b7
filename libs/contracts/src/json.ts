/** What travels between steps: plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
/** A JSON Schema (draft 2020-12 subset that ajv's strict mode takes), with the editor's `ui` keyword. */
export type JsonSchema = { readonly [key: string]: unknown };
