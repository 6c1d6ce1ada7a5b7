export { checkByAuthorSchema } from './author-schema.js';
export { heavyTurn } from './heavy-turn.js';
export { manifestOf, type NodePage } from './manifest.js';
export type { NodeTexts, SameTexts } from './texts.js';
export { DECIMAL_PATTERN, asSchemaErrors, compileSchema, guard, type SchemaError } from './schema.js';
export { defineConnection, defineNode, defineTrigger, defineWait } from './define.js';
export type {
  Admission,
  AnyDefinition,
  AnyWork,
  ClientOf,
  ConnectionDefinition,
  ConnectionHttp,
  ConnectionSpec,
  EffectOf,
  GatewayClients,
  HttpConnection,
  ListItem,
  RenewSecrets,
  NodeDefinition,
  NodeSpec,
  OpenedWait,
  SameAs,
  TriggerDefinition,
  TriggerSpec,
  WaitAnswer,
  WaitDefinition,
  WaitNews,
  WaitSpec,
  Work,
} from './types.js';
