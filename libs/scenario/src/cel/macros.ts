import type { Environment } from '@marcbachmann/cel-js';

// What cel-js hands to a macro; it declares no types for it.
interface Macro {
  readonly args: readonly unknown[];
}
interface Runner {
  run(ast: unknown, context: unknown): unknown;
}
interface Checker {
  check(ast: unknown, context: unknown): CelType;
  getType(name: string): CelType;
}
interface CelType {
  readonly name: string;
}

const absenceCodes = new Set(['no_such_key', 'index_out_of_bounds', 'KEY_MISSING']);

const isAbsence = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && absenceCodes.has(String(error.code));

const valueOrAbsent = (runner: Runner, ast: unknown, context: unknown): unknown => {
  try {
    return runner.run(ast, context);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
};

const defMacro = ({ args }: Macro) => ({
  async: false,
  typeCheck(checker: Checker, _macro: unknown, context: unknown): CelType {
    const value = checker.check(args[0], context);
    const fallback = checker.check(args[1], context);
    return value.name === fallback.name ? value : checker.getType('dyn');
  },
  evaluate(runner: Runner, _macro: unknown, context: unknown): unknown {
    return valueOrAbsent(runner, args[0], context) ?? runner.run(args[1], context);
  },
});

/** `has` that answers false also where an object on the way is absent. */
const presentMacro = ({ args }: Macro) => ({
  async: false,
  typeCheck(checker: Checker, _macro: unknown, context: unknown): CelType {
    checker.check(args[0], context);
    return checker.getType('bool');
  },
  evaluate: (runner: Runner, _macro: unknown, context: unknown): unknown =>
    valueOrAbsent(runner, args[0], context) !== undefined,
});

/** Names that only the rewritten form of an expression may call. */
export const PRESENT = 'present_';

export const registerMacros = (environment: Environment): void => {
  environment.registerFunction('def(ast, ast): dyn', defMacro);
  environment.registerFunction(`${PRESENT}(ast): bool`, presentMacro);
};
