import { roleSchemas, type Role } from './roles.js';
import { variables, type VariableName } from './variables.js';

const namesOf = (role: Role) => Object.keys(roleSchemas[role].properties) as VariableName[];

/** Names that a process refuses to start without. An installation must give each, or its `_FILE`. */
export const requiredVariables = (role: Role): readonly VariableName[] => {
  const demanded: readonly string[] = roleSchemas[role].required;
  return namesOf(role).filter((name) => demanded.includes(name) && !('default' in variables[name]));
};

/** Names that a process also understands. */
export const optionalVariables = (role: Role): readonly VariableName[] => {
  const required = requiredVariables(role);
  return namesOf(role).filter((name) => !required.includes(name));
};
