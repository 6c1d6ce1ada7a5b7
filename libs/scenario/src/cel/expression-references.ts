import type { ASTNode } from '@marcbachmann/cel-js';
import type { BareReference } from '../values/reference.js';
import { SCOPE_NAMES, type ScopeName } from '../values/scope.js';
import { loopOf, partsOf } from './ast.js';

interface Chain {
  readonly root: string;
  readonly path: readonly string[];
  /** Keys that are worked out, to be looked into as well. */
  readonly keys: readonly ASTNode[];
  readonly isOptional: boolean;
}

const extended = (chain: Chain | undefined, step: Partial<Chain> & { readonly key: string }): Chain | undefined =>
  chain && {
    root: chain.root,
    path: [...chain.path, step.key],
    keys: [...chain.keys, ...(step.keys ?? [])],
    isOptional: chain.isOptional || step.isOptional === true,
  };

/** `a.b["c"][i]` as a root and a path; `undefined` for anything else. */
export const chainOf = (node: ASTNode): Chain | undefined => {
  if (node.op === 'id') return { root: node.args, path: [], keys: [], isOptional: false };
  if (node.op === '.' || node.op === '.?') {
    return extended(chainOf(node.args[0]), { key: node.args[1], isOptional: node.op === '.?' });
  }
  if (node.op !== '[]' && node.op !== '[?]') return undefined;
  const [target, index] = node.args;
  const isOptional = node.op === '[?]';
  if (index.op === 'value') return extended(chainOf(target), { key: String(index.args), isOptional });
  return extended(chainOf(target), { key: '*', keys: [index], isOptional });
};

const isScopeName = (name: string): name is ScopeName => (SCOPE_NAMES as readonly string[]).includes(name);

interface Found extends BareReference {
  readonly isPresenceTest: boolean;
}

class ReferenceWalk {
  readonly found: Found[] = [];

  walk(node: ASTNode, bound: ReadonlySet<string>, guard: 'none' | 'has' | 'def'): void {
    const chain = chainOf(node);
    if (chain !== undefined) this.take(chain, bound, guard);
    else if (node.op === 'call') this.walkCall(node, bound);
    else this.walkOther(node, bound);
  }

  private take({ root, path, keys, isOptional }: Chain, bound: ReadonlySet<string>, guard: string): void {
    for (const key of keys) this.walk(key, bound, 'none');
    if (bound.has(root) || !isScopeName(root)) return;
    this.found.push({ root, path, isGuarded: guard !== 'none' || isOptional, isPresenceTest: guard === 'has' });
  }

  private walkCall(node: Extract<ASTNode, { op: 'call' }>, bound: ReadonlySet<string>): void {
    const [name, args] = node.args;
    args.forEach((arg, index) => {
      if (name === 'has') this.walk(arg, bound, 'has');
      else this.walk(arg, bound, name === 'def' && index === 0 ? 'def' : 'none');
    });
  }

  private walkOther(node: ASTNode, bound: ReadonlySet<string>): void {
    const loop = loopOf(node);
    if (loop === undefined) {
      for (const part of partsOf(node)) this.walk(part, bound, 'none');
      return;
    }
    this.walk(loop.range, bound, 'none');
    for (const body of loop.bodies) this.walk(body, new Set([...bound, loop.item]), 'none');
  }
}

const isPrefix = (short: readonly string[], long: readonly string[]): boolean =>
  short.length <= long.length && short.every((key, index) => key === long[index]);

/** What an expression refers to. What it tests with `has` anywhere counts as guarded everywhere. */
export const expressionReferences = (ast: ASTNode, ownNames: readonly string[]): readonly BareReference[] => {
  const walk = new ReferenceWalk();
  walk.walk(ast, new Set(ownNames), 'none');
  const tests = walk.found.filter(({ isPresenceTest }) => isPresenceTest);
  return walk.found.map(({ root, path, isGuarded }) => ({
    root,
    path,
    isGuarded:
      isGuarded || tests.some((test) => test.root === root && (isPrefix(test.path, path) || isPrefix(path, test.path))),
  }));
};
