import { NodeFault, type PlanStep, type TriedStepView, type TryWork } from '@potok/contracts';

/** What a step that is not run is taken to have given. */
export interface ToldAnswer {
  readonly by: Exclude<TriedStepView['answeredBy'], 'work'>;
  readonly output: unknown;
  readonly port: string;
}

type Told = Pick<TryWork, 'data' | 'pinned' | 'ports' | 'examples'>;

/** From the given data, else from an example of the node that fits the port. Throws BAD_PORT (invalid). */
export const toldAnswer = (
  told: Told,
  step: PlanStep,
  seen: { readonly ports: readonly string[]; readonly input: unknown },
): ToldAnswer => {
  const isPinned = told.pinned.includes(step.id);
  const saved = savedOf(told, step.id);
  const port = portOf(told.ports[step.id] ?? saved?.port, seen.ports);
  if (saved !== undefined && (isPinned || isOfWay(saved, port)))
    return { by: isPinned ? 'pin' : 'sample', output: saved.output, port };
  return { by: 'example', output: exampleFor(told.examples[step.id] ?? [], port, seen.input), port };
};

const portOf = (said: string | undefined, ports: readonly string[]): string => {
  const port = said ?? ports[0] ?? 'done';
  if (!ports.includes(port) && port !== 'error') throw new NodeFault('invalid', 'BAD_PORT', { facts: { port } });
  return port;
};

/** A saved answer that says by which way it came tells nothing of another way, which a person has chosen now. */
const isOfWay = (saved: { readonly port?: string }, port: string): boolean =>
  saved.port === undefined || saved.port === port;

/** The saved output of a step; `$port` beside its fields says by which port it was left. */
export const savedOf = (
  { data }: Pick<TryWork, 'data'>,
  node: string,
): { readonly output: unknown; readonly port?: string } | undefined => {
  if (!Object.hasOwn(data.steps, node)) return undefined;
  const output = data.steps[node];
  if (!isRecord(output)) return { output };
  const { $port: port, ...rest } = output;
  return typeof port === 'string' ? { output: rest, port } : { output };
};

/** The example that names the port, else the first; ids that the step was given take the place of the example's own. */
const exampleFor = (examples: readonly unknown[], port: string, input: unknown): unknown => {
  const fitting = examples.find((one) => isRecord(one) && Object.values(one).includes(port)) ?? examples[0] ?? {};
  if (!isRecord(fitting) || !isRecord(input)) return fitting;
  const given = Object.entries(fitting).map(([name, value]) => [name, sameIn(input, name, value)]);
  return Object.fromEntries(given) as unknown;
};

const sameIn = (input: Record<string, unknown>, name: string, value: unknown): unknown => {
  const known = Object.hasOwn(input, name) ? input[name] : undefined;
  return typeof known === 'string' && typeof value === 'string' ? known : value;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
