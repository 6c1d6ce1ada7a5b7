import { Refusal } from '../problems/refusal.js';
import { MAX_DEPTH, MAX_KEYS } from './measure-json.js';

type Branch = { [name: string]: Branch | string };

/**
 * A form with PHP's brackets as nested JSON: `data[FIELDS][ID]=7` is `{ data: { FIELDS: { ID: '7' } } }`; `a[]=1` counts
 * from 0. Values stay text. https://www.php.net/manual/en/language.variables.external.php
 */
export const parseForm = (text: string): Branch => {
  const root = emptyBranch();
  const pairs = [...new URLSearchParams(text)];
  if (pairs.length > MAX_KEYS) throw new Refusal('invalid', 'BODY_TOO_MANY_KEYS', { facts: { limit: MAX_KEYS } });
  for (const [name, value] of pairs) put(root, pathOf(name), value);
  return root;
};

/** No prototype: `__proto__` and `constructor` are names like others. */
const emptyBranch = (): Branch => Object.create(null) as Branch;

const pathOf = (name: string): string[] => {
  const bracket = name.indexOf('[');
  if (bracket <= 0) return [name];
  const inner = [...name.slice(bracket).matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part);
  if (inner.length + 1 > MAX_DEPTH) throw new Refusal('invalid', 'BODY_TOO_DEEP', { facts: { limit: MAX_DEPTH } });
  return [name.slice(0, bracket), ...inner];
};

const put = (root: Branch, path: readonly string[], value: string): void => {
  let branch = root;
  for (const part of path.slice(0, -1)) {
    const name = nameIn(branch, part);
    const next = branch[name];
    branch = typeof next === 'object' ? next : (branch[name] = emptyBranch());
  }
  branch[nameIn(branch, path.at(-1) ?? '')] = value;
};

const nameIn = (branch: Branch, part: string): string => (part === '' ? String(Object.keys(branch).length) : part);
