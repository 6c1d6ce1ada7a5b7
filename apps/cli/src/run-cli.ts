import { parseArgs } from 'node:util';
import { ConfigWrong, readConfig } from '@potok/config';
import { ApiClient } from './api-client.js';
import { CannotRun } from './cannot-run.js';
import { EXIT, type Command, type ExitCode, type Given } from './command.js';
import { commands } from './commands.js';
import { textsOf, type Language, type Texts } from './texts.js';

export interface Called extends Pick<Given, 'print' | 'pause' | 'input'> {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly complain: (line: string) => void;
}

const COMMON = {
  url: { type: 'string' },
  token: { type: 'string' },
  workspace: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Flags = Given['flags'];

/** One call of `potok`: finds the command, gives it its settings, says in one sentence why it cannot run. */
export const runCli = async (called: Called): Promise<ExitCode> => {
  const language = languageOf(called.args);
  const texts = textsOf(language === 'en' ? 'en' : 'ru');
  try {
    if (language !== 'ru' && language !== 'en') throw new CannotRun(texts.languageWrong(language));
    return await obey(called, language);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    called.complain(error.message);
    return EXIT.cannot;
  }
};

const obey = async (called: Called, language: Language): Promise<ExitCode> => {
  const texts = textsOf(language);
  const [first = ''] = called.args;
  const name = first.startsWith('-') ? '' : first;
  const command = commands.find((one) => one.name === name);
  if (command === undefined && called.args.includes('--help')) return help(called, texts);
  if (command === undefined)
    throw new CannotRun(texts.unknownCommand(name, commands.map((one) => one.name).join(', ')));
  const { words, flags } = parse(called.args, command, texts);
  if (flags['help'] === true) return help(called, texts);
  const { print, pause, input, env } = called;
  let api: ApiClient | undefined;
  return command.run({
    words,
    flags,
    get api() {
      return (api ??= new ApiClient(accountOf(env, { flags, language }), language, texts));
    },
    ...{ language, texts, print, pause, input },
  });
};

const help = ({ print }: Called, texts: Texts): ExitCode => {
  print(
    [
      texts.usage,
      '',
      texts.commands,
      ...commands.map((one) => one.help(texts)).filter((help) => help !== ''),
      '',
      texts.settings,
    ].join('\n'),
  );
  return EXIT.clear;
};

const parse = (
  args: readonly string[],
  command: Command,
  texts: Texts,
): { readonly words: readonly string[]; readonly flags: Flags } => {
  try {
    const options = { ...COMMON, ...command.flags };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { words: positionals.slice(1), flags: values };
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message: string };
    const flag = /'(-[^\s']*)/.exec(message)?.[1] ?? '';
    throw new CannotRun(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? texts.unknownFlag(flag) : texts.flagNeedsValue(flag),
    );
  }
};

/** Flags stand before the environment. */
const accountOf = (
  env: NodeJS.ProcessEnv,
  { flags, language }: { readonly flags: Flags; readonly language: Language },
) => {
  const given = Object.entries({
    POTOK_URL: flags['url'],
    POTOK_TOKEN: flags['token'],
    POTOK_WORKSPACE: flags['workspace'],
  }).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  try {
    return readConfig({ ...env, ...Object.fromEntries(given), LANG: language }, 'cli');
  } catch (error) {
    if (error instanceof ConfigWrong) throw new CannotRun(error.message);
    throw error;
  }
};

/** Looked for by itself, because also the sentence about a wrong flag is in a language. */
const languageOf = (args: readonly string[]): string => {
  const at = args.indexOf('--lang');
  const joined = args.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  return joined ?? (at < 0 ? 'ru' : (args[at + 1] ?? ''));
};
