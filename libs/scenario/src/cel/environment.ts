import { Environment } from '@marcbachmann/cel-js';
import { Dec, decOperators, InexactNumber, negated } from './dec.js';
import { fieldFunctions } from './functions/field-functions.js';
import { registerMacros } from './macros.js';
import { registerPacing } from './pace.js';

const limits = { maxAstNodes: 2000, maxDepth: 32, maxListElements: 500, maxMapEntries: 500, maxCallArguments: 16 };

/** A rewritten expression is longer and deeper than the guarded one that it comes from. */
const rewrittenLimits = { ...limits, maxAstNodes: 20_000, maxDepth: 10_000 };

const build = (): Environment => {
  const environment = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false, limits });
  environment.registerType('Dec', { ctor: Dec });
  environment.registerType('InexactNumber', { ctor: InexactNumber });
  for (const { signature, handler } of decOperators) environment.registerOperator(signature, handler);
  environment.registerOperator('-Dec: Dec', negated);
  for (const { signatures, handler } of fieldFunctions) {
    for (const signature of signatures) environment.registerFunction(signature, handler, { async: false });
  }
  registerMacros(environment);
  registerPacing(environment);
  return environment;
};

let base: Environment | undefined;
let loose: Environment | undefined;

/** Functions and types of the field, without variables. Costly to build, so it is built once; clone it for variables. */
export const baseEnvironment = (): Environment => (base ??= build());

/** For running rewritten expressions: names are taken from the scope as they are; what they are was checked at publish. */
export const runEnvironment = (): Environment =>
  (loose ??= baseEnvironment().clone({ unlistedVariablesAreDyn: true, limits: rewrittenLimits }));
