import { asSchema, textOf } from '../shape.js';

/** A branch of a decision, as far as it is drawn. */
export interface Branch {
  readonly port: string;
  readonly title?: string;
  readonly when?: unknown;
}

const branchOf = (value: unknown): Branch => {
  const { port, title, when } = asSchema(value) ?? {};
  return {
    port: textOf(port) ?? '',
    ...(typeof title === 'string' ? { title } : {}),
    ...(when === undefined ? {} : { when }),
  };
};

export const branchesOf = (params: Readonly<Record<string, unknown>>): readonly Branch[] =>
  Array.isArray(params.branches) ? params.branches.map(branchOf) : [];

/** A branch with one thing changed; an empty title or condition is left out. */
export const withPart = (branch: Branch, part: Partial<Record<keyof Branch, unknown>>): Branch =>
  branchOf({ ...branch, ...part, ...(part.title === '' ? { title: undefined } : {}) });
