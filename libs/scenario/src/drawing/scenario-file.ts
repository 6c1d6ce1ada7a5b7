import { Scenario, type JsonSchema } from '@potok/contracts';
import { Type as t, type Static } from '@sinclair/typebox';
import { byText } from '../plan/canonical.js';

/** Names the schema of files of today's version; where it can be fetched is `/api/schemas/scenario-1.json` of any installation. */
export const SCENARIO_FILE_SCHEMA_ID = 'urn:potok:schema:scenario:1';

const closed = { additionalProperties: false } as const;

/** What fills the scenario, by names that also mean something elsewhere: a connection by its name and system, never its secrets. */
const FileBinding = t.Object(
  {
    slots: t.Record(t.String(), t.Object({ name: t.String(), system: t.String() }, closed)),
    parameters: t.Record(t.String(), t.Unknown()),
  },
  closed,
);
export type FileBinding = Static<typeof FileBinding>;

/** A scenario as a file: the drawing, and its binding when it was asked for. */
const ScenarioFileShape = t.Object({ ...Scenario.properties, binding: t.Optional(FileBinding) }, closed);
export type ScenarioFile = Static<typeof ScenarioFileShape>;

/** The published JSON Schema of a scenario's file. */
export const scenarioFileSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: SCENARIO_FILE_SCHEMA_ID,
  title: 'Potok scenario file',
  ...(JSON.parse(JSON.stringify(ScenarioFileShape)) as Record<string, unknown>),
};

/**
 * A scenario as the text of a file: two spaces, a line end at the end, keys in the order of the schema, and where people are free
 * (params, schemas) by name. Lists keep their order, for it is how somebody drew. The same scenario always gives the same text,
 * so that a change in git is the lines that were changed.
 */
export const formatScenario = (scenario: ScenarioFile): string => {
  const file = { ...scenario, $schema: SCENARIO_FILE_SCHEMA_ID };
  return `${JSON.stringify(ordered(file, scenarioFileSchema), null, 2)}\n`;
};

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

const ordered = (value: unknown, shape: Shape | undefined): unknown => {
  if (Array.isArray(value)) return value.map((item) => ordered(item, shape?.items));
  if (typeof value !== 'object' || value === null) return value;
  const places = new Map(Object.keys(shape?.properties ?? {}).map((key, at) => [key, at]));
  const placeOf = (key: string) => places.get(key) ?? places.size;
  const entries = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b) || byText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner, shape?.properties?.[key])]));
};
