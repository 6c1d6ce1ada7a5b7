import type { Static, TObject } from '@sinclair/typebox';
import type { GatewayName, JsonSchema, ServiceName } from '@potok/contracts';
import { NodeFault } from '@potok/contracts';
import { guard } from './schema.js';
import type {
  AnyWork,
  ClientOf,
  ConnectionDefinition,
  ConnectionSpec,
  NodeDefinition,
  NodeSpec,
  TriggerDefinition,
  TriggerSpec,
  WaitDefinition,
  WaitNews,
  WaitSpec,
  Work,
} from './types.js';

const asJson = (schema: TObject): JsonSchema => JSON.parse(JSON.stringify(schema)) as JsonSchema;

/** Declares a node. What is wrong with the declaration itself (open schema, unknown format) is thrown here, at load. */
export const defineNode = <
  I extends TObject,
  O extends TObject,
  G extends GatewayName | 'http' | undefined = undefined,
  N extends ServiceName = never,
>(
  spec: NodeSpec<I, O, G, N>,
): NodeDefinition => {
  const checkInput = guard<Static<I>>(asJson(spec.input), 'input');
  const checkOutput = guard<Static<O>>(asJson(spec.output), 'output');
  const ports = spec.ports ?? ['done'];
  const known = (work: AnyWork) => ({ ...work, input: checkInput(work.input) }) as Work<Static<I>, ClientOf<G>, N>;
  const compensate = spec.effect === 'undoable' ? spec.compensate.bind(spec) : undefined;
  return {
    kind: 'node',
    id: spec.id,
    version: spec.version,
    gateway: spec.gateway,
    needs: spec.needs ?? [],
    input: asJson(spec.input),
    output: asJson(spec.output),
    ports,
    effect: spec.effect,
    whyFinal: spec.effect === 'final' ? spec.whyFinal : undefined,
    checkInput,
    sameAs: (input) => (spec.effect === 'reads' || spec.sameAs === 'visit' ? 'visit' : spec.sameAs(checkInput(input))),
    async run(work) {
      const ready = known(work);
      const output = checkOutput(await spec.run(ready));
      const port = spec.port === undefined ? (ports[0] ?? 'done') : spec.port(output, ready.input);
      if (!ports.includes(port)) throw new NodeFault('broken', 'BAD_PORT', { facts: { port } });
      return { output, port };
    },
    compensate:
      compensate === undefined
        ? undefined
        : async (work) => compensate({ ...known(work), output: work.output as Static<O> | undefined }),
    upgrade: spec.upgrade,
  };
};

/** Declares a wait: how it is opened, what answers it, by which ports it is left. */
export const defineWait = <I extends TObject, O extends TObject, N extends ServiceName = never>(
  spec: WaitSpec<I, O, N>,
): WaitDefinition => {
  const checkInput = guard<Static<I>>(asJson(spec.input), 'input');
  const checkOutput = guard<Static<O>>(asJson(spec.output), 'output');
  type Ready = Work<Static<I>, undefined, N>;
  const checked = <T extends { readonly port: string; readonly output: Static<O> } | undefined>(answer: T): T => {
    if (answer === undefined) return answer;
    checkOutput(answer.output);
    if (!spec.ports.includes(answer.port)) throw new NodeFault('broken', 'BAD_PORT', { facts: { port: answer.port } });
    return answer;
  };
  return {
    kind: 'wait',
    id: spec.id,
    version: spec.version,
    needs: spec.needs ?? [],
    input: asJson(spec.input),
    output: asJson(spec.output),
    ports: spec.ports,
    event: spec.event,
    offers: spec.offers === undefined ? undefined : asJson(spec.offers),
    effect: spec.effect ?? 'reads',
    checkInput,
    async open(work) {
      const opened = await spec.open({ ...work, input: checkInput(work.input) } as Ready &
        typeof work & { input: Static<I> });
      checked(opened.answer);
      return opened;
    },
    async take(work, news: WaitNews) {
      return checked(
        await spec.take({ ...work, input: checkInput(work.input) } as Ready & { readonly now: Date }, news),
      );
    },
  };
};

/** Declares a trigger: proof and repeat key for the API, `accept` for the worker. */
export const defineTrigger = <P extends TObject, O extends TObject, G extends GatewayName | undefined = undefined>(
  spec: TriggerSpec<P, O, G>,
): TriggerDefinition => {
  const checkParams = guard<Static<P>>(asJson(spec.params), 'input');
  const checkOutput = guard<Static<O>>(asJson(spec.output), 'output');
  return {
    kind: 'trigger',
    id: spec.id,
    version: spec.version,
    trigger: spec.trigger,
    gateway: spec.gateway,
    proof: spec.proof,
    sameAs: spec.sameAs,
    params: asJson(spec.params),
    body: spec.body,
    output: asJson(spec.output),
    checkParams,
    checkOutput,
    async accept(work) {
      const decided = await spec.accept({
        ...work,
        params: checkParams(work.params),
        client: work.client as ClientOf<G>,
      });
      if (decided.kind === 'run') checkOutput(decided.output);
      return decided;
    },
  };
};

/** Declares an outside system's account: secrets, settings, the client, and what forms may ask of it. */
export const defineConnection = <S extends TObject, P extends TObject, C>(
  spec: ConnectionSpec<S, P, C>,
): ConnectionDefinition<C> => {
  const secrets = asJson(spec.secrets);
  const settings = asJson(spec.settings);
  const checkSecrets = guard<Static<S>>(secrets, 'input');
  const checkSettings = guard<Static<P>>(settings, 'input');
  return {
    ...spec,
    secrets,
    settings,
    connect: (given) =>
      spec.connect({
        ...given,
        secrets: checkSecrets(given.secrets),
        settings: checkSettings(given.settings),
        renewSecrets: async (renew) =>
          checkSecrets(await given.renewSecrets((stored, signal) => renew(checkSecrets(stored), signal))),
      }),
  };
};
