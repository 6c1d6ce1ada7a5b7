import { asFault, type Fault } from '@potok/contracts';
import type { AnyWork } from '../types.js';
import type { World } from './examples.js';
import { sha256Of } from './fakes/fake-blobs.js';

/** The noon at which every example happens. */
export const NOW = new Date('2026-11-24T09:00:00.000Z');
/** The effect's key of an example. */
export const exampleKey = (title: string): string => sha256Of(`example ${title}`);

/** What the engine would hand to a node, with every call to the outside watched for the signal. */
export const workOf = (
  world: World,
  { title, input }: { readonly title: string; readonly input: unknown },
  signal: AbortSignal = new AbortController().signal,
): AnyWork => ({
  input,
  client: watched(world.client, signal),
  services: {
    ...world.services,
    ...(world.services?.http === undefined ? {} : { http: watched(world.services.http, signal) }),
  },
  key: exampleKey(title),
  signal,
  log: () => undefined,
});

type Call = (...given: unknown[]) => unknown;

/** A call that is not given the signal could not be stopped: it is refused here. */
const watched = <T>(client: T, signal: AbortSignal): T => {
  if (typeof client !== 'object' || client === null) return client;
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        if (name !== 'state') guardSignal(String(name), given.at(-1), signal);
        return (member as Call).apply(target, given);
      };
    },
  });
};

const guardSignal = (call: string, options: unknown, signal: AbortSignal): void => {
  const handed = (options as { readonly signal?: AbortSignal } | undefined)?.signal;
  if (handed !== signal) throw new Error(`${call} was not given the signal`);
  if (signal.aborted) throw new Error('aborted');
};

/** Everything that can be seen in a world, for a comparison before and after. */
export const seenIn = (world: World): unknown =>
  JSON.parse(
    JSON.stringify(
      [world.client, ...Object.values(world.services ?? {})].map((one) => stateOf(one)) satisfies unknown[],
    ),
  );

const stateOf = (fake: unknown): unknown => {
  const state = (fake as { readonly state?: unknown } | undefined)?.state;
  return typeof state === 'function' ? ((state as Call).call(fake) ?? null) : null;
};

/** The fault that a promise ends with, or `undefined` when it ends well. */
export const faultOf = async (doing: Promise<unknown>): Promise<Fault | undefined> =>
  doing.then(
    () => undefined,
    (error: unknown) => asFault(error),
  );

/** True when the code stands for a fault that the schema finds. */
export const isAboutInput = (code: string | undefined): boolean => code === 'BAD_INPUT';

/** An output without the fields that a repeat cannot know again. */
export const remembered = (output: unknown, forgets: readonly string[] = []): unknown =>
  typeof output === 'object' && output !== null
    ? Object.fromEntries(Object.entries(output).filter(([field]) => !forgets.includes(field)))
    : output;
