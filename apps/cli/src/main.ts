import { argv, env, exit, stderr, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { runCli } from './run-cli.js';

exit(
  await runCli({
    args: argv.slice(2),
    env,
    print: (line) => void stdout.write(`${line}\n`),
    complain: (line) => void stderr.write(`${line}\n`),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    input: () => text(stdin),
  }),
);
