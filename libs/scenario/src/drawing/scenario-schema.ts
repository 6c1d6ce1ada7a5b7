import { Scenario, type JsonSchema } from '@potok/contracts';

/** The published JSON Schema of a drawing: what editors, imports and people with their own tools check against. */
export const scenarioSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Potok scenario',
  ...(JSON.parse(JSON.stringify(Scenario)) as Record<string, unknown>),
};
