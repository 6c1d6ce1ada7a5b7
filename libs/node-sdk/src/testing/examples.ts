import type { Services } from '@potok/contracts';
import type { AnyDefinition, NodeDefinition, TriggerDefinition, WaitDefinition, WaitNews } from '../types.js';

/** What a node works upon in one example. Every fake may have a `state()` that the promises of undo and key look at. */
export interface World {
  readonly client?: unknown;
  readonly services?: Partial<Services>;
}

interface Titled {
  /** In Russian: it is shown in the editor and on the node's page. */
  readonly title: string;
  /** Makes a fresh world, for every use anew. */
  readonly given?: () => World;
  /** Fields of the output that a repeat with the same key cannot know again, because the first answer was lost. */
  readonly repeatForgets?: readonly string[];
}

export interface NodeExample extends Titled {
  readonly input: unknown;
  readonly output?: unknown;
  readonly port?: string;
  /** The code that it ends with instead. */
  readonly fault?: string;
  /** What an undo cannot take back (a comment that people have read); then the world is not compared after it. */
  readonly leaves?: string;
}

export interface WaitExample extends Titled {
  readonly input: unknown;
  /** What `open` answers. */
  readonly opens?: {
    readonly key: string;
    readonly deadline?: string;
    readonly offers?: unknown;
  };
  /** What comes then; absent: `open` has answered itself. */
  readonly news?: WaitNews;
  readonly port?: string;
  readonly output?: unknown;
  readonly fault?: string;
}

export interface TriggerExample extends Titled {
  readonly params: unknown;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly output?: unknown;
  readonly sameAs?: string;
  /** The code of why nothing starts. */
  readonly ignored?: string;
  readonly fault?: string;
}

export type AnyExample = NodeExample | WaitExample | TriggerExample;
type ExampleOf<D extends AnyDefinition> = D extends NodeDefinition
  ? NodeExample
  : D extends WaitDefinition
    ? WaitExample
    : D extends TriggerDefinition
      ? TriggerExample
      : never;

/** Examples, written once and used three times: the node's page, «попробовать» in the editor, the tests. */
export const examplesOf = <D extends AnyDefinition>(
  _definition: D,
  examples: readonly ExampleOf<D>[],
): readonly ExampleOf<D>[] => examples;

/** The part of an example that the manifest shows. */
export const shownExample = (example: AnyExample) => ({
  title: example.title,
  input: 'params' in example ? example.params : example.input,
  ...(example.output === undefined ? {} : { output: example.output }),
  ...(example.fault === undefined ? {} : { fault: example.fault }),
});
