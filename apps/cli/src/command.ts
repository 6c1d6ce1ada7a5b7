import type { ApiClient } from './api-client.js';
import type { Language, Texts } from './texts.js';

/** What `potok` ends with: nothing left to do, something left to do for a person, could not run. */
export const EXIT = { clear: 0, open: 1, cannot: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command is given: the words after its name, its flags, the API of the workspace (whose settings are wanted only when it is used), and where it speaks. */
export interface Given {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly api: ApiClient;
  readonly language: Language;
  readonly texts: Texts;
  readonly print: (line: string) => void;
  readonly pause: (ms: number) => Promise<void>;
  /** All that stands on the standard input. */
  readonly input: () => Promise<string>;
}

/** One command of `potok`. A new one is a folder with one of these, and a line in `commands.ts`. */
export interface Command {
  readonly name: string;
  readonly flags: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Its lines in `--help`; empty when a kindred command tells of it. */
  readonly help: (texts: Texts) => string;
  run(given: Given): Promise<ExitCode>;
}
