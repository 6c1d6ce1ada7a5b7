import { argv, env, exit, stderr, stdout } from 'node:process';
import { runCli } from './run-cli.js';

exit(
  await runCli({
    args: argv.slice(2),
    env,
    print: (line) => void stdout.write(`${line}\n`),
    complain: (line) => void stderr.write(`${line}\n`),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }),
);
