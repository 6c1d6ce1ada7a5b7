import { spawn } from 'node:child_process';

/** Runs a command to its end. Its output is shown only when it fails, or as it comes with `isShown`. */
export const runCommand = (command, args, { cwd, env = process.env, isShown = false } = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env, stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      if (code === 0) done(output);
      else fail(new Error(`${[command, ...args].join(' ')}: ${signal ?? `код ${code}`}\n${output}`));
    });
  });
