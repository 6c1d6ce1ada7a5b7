import { asPointerPart } from '../json-pointer.js';

/** One step of a path through data; `isOptional`: the schema lets it be absent. */
export interface PathPart {
  readonly key: string;
  readonly isOptional: boolean;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Words of CEL that cannot stand after a dot. */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(
    ' ',
  ),
);
const isName = (key: string): boolean => IDENTIFIER.test(key) && !RESERVED.has(key);

const stepText = ({ key, isOptional }: PathPart): string => {
  if (isName(key)) return `${isOptional ? '.?' : '.'}${key}`;
  return `${isOptional ? '[?' : '['}${JSON.stringify(key)}]`;
};

/** A path as CEL: `steps.deal.?buyer.inn`; keys that are no names stand in brackets. */
export const celPath = (root: string, parts: readonly PathPart[]): string => root + parts.map(stepText).join('');

/** The same for a list that a loop walks: absent, it is empty. */
export const celListPath = (root: string, parts: readonly PathPart[]): string => {
  const path = celPath(root, parts);
  return parts.some(({ isOptional }) => isOptional) ? `${path}.orValue([])` : path;
};

/** The path as a placeholder of a text: `{{steps.deal.title}}`; what may be absent becomes an empty text. */
export const templatePath = (root: string, parts: readonly PathPart[]): string => {
  const path = [root, ...parts.map(({ key }) => (isName(key) ? key : `[${key.replaceAll(']', '')}]`))].join('.');
  return parts.some(({ isOptional }) => isOptional) ? `{{def ${path} ""}}` : `{{${path}}}`;
};

/** Names a place of what flows in, whichever way it is written: `/steps/deal/lines/*\/name`; `*` is an item of a list. */
export const sourceIdOf = (keys: readonly string[]): string => keys.map((key) => `/${asPointerPart(key)}`).join('');
