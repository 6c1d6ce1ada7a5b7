import type { Json } from '@potok/contracts';
import { phpQuery, type Params } from './php-query.js';
import { faultOfError, isNotFound, restErrorOf, type RestError } from './rest-error.js';
import type { BitrixSession } from './session.js';

export interface Command {
  readonly method: string;
  readonly params: Params;
}
export type Commands<Name extends string> = Readonly<Record<Name, Command>>;

/** The answers of a batch by the names of its commands. */
export class BatchAnswer<Name extends string> {
  constructor(
    private readonly commands: Partial<Commands<Name>>,
    private readonly results: Readonly<Record<string, Json>>,
    private readonly errors: Readonly<Record<string, Json>>,
  ) {}

  /** Throws the fault of the command's error. */
  get(name: Name): Json {
    const error = this.errorOf(name);
    if (error !== undefined) throw faultOfError(error, this.commands[name]?.method ?? name);
    return this.results[name] ?? null;
  }
  /** `undefined` when the thing is not there; throws the fault of any other error. */
  find(name: Name): Json | undefined {
    const error = this.errorOf(name);
    return error !== undefined && isNotFound(error) ? undefined : this.get(name);
  }
  /** For what was asked with nothing to ask by: an error is no news. */
  seek(name: Name): Json | undefined {
    return this.errorOf(name) === undefined ? this.results[name] : undefined;
  }

  private errorOf(name: string): RestError | undefined {
    const error = this.errors[name];
    return error === undefined ? undefined : (restErrorOf(error) ?? { code: '', words: '' });
  }
}

/** Up to 50 calls in one; `halt` stops at the first error. */
export const batch = async <Name extends string>(
  session: BitrixSession,
  commands: Partial<Commands<Name>>,
  { signal, halt = false }: { readonly signal: AbortSignal; readonly halt?: boolean },
): Promise<BatchAnswer<Name>> => {
  const cmd = Object.fromEntries(
    Object.entries<Command | undefined>(commands).flatMap(([name, command]) =>
      command === undefined ? [] : [[name, `${command.method}?${phpQuery(command.params)}`]],
    ),
  );
  const answer = (await session.call('batch', { halt: halt ? 1 : 0, cmd }, signal)) as {
    readonly result?: Json;
    readonly result_error?: Json;
  };
  return new BatchAnswer(commands, asMap(answer.result), asMap(answer.result_error));
};

/** PHP writes an empty map as an empty list. */
const asMap = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
